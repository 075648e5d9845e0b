package galley.editorial;

/** Stands for a class of another service. */
public final class AnotherService {}
