package galley.testkit;

/**
 * What has been found out about this machine's Docker engine.
 *
 * @param usable whether test servers can run there
 * @param description which engine it is, or why it is no use
 */
record DockerEngine(boolean usable, String description) {
    static DockerEngine version(String version) {
        return new DockerEngine(true, "Docker " + version);
    }

    static DockerEngine unusable(String why) {
        return new DockerEngine(false, why);
    }
}
