package dev.makerai.internal.http;

/** The version that the service sees; a test holds it equal to the POM's, since reading a resource slows the start. */
final class Version {
    static final String USER_AGENT = "maker-ai/0.1.0-SNAPSHOT";

    private Version() {}
}
