package galley.endtoend;

/** The first light of the platform as processes. */
class FirstLightIT extends FirstLight<Processes> {
    FirstLightIT() {
        super(Processes.start());
    }
}
