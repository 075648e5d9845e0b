package galley.localstack.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import galley.localstack.TokenIssuer;

/** Prints a bearer token of the running stack. */
@Command(name = "token", description = "Prints a bearer token of the running stack.")
final class TokenCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "ROLE",
            description = "writer, editor, publisher, admin, source or subscriber")
    private String role;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "the token's subject; the role's name unless given")
    private String name;

    @Override
    public Integer call() {
        if (!TokenIssuer.ROLES.contains(role)) {
            throw new ParameterException(spec.commandLine(), "No such role: " + role);
        }
        TokenIssuer tokens = Project.current().reachable().tokens();
        spec.commandLine()
                .getOut()
                .println(tokens.issue(role, name == null ? role : name, TokenIssuer.LIFE));
        return 0;
    }
}
