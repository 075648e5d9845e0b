package galley.operations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import galley.testkit.GalleyServers;

/** A test against a small service with a real database and a real broker. */
@QuarkusTest
@WithTestResource(
        value = GalleyServers.class,
        initArgs = @ResourceArg(name = "database", value = "ingest"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnServers {}
