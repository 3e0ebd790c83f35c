package dev.makerai.errors;

/** A client that cannot be made from the settings it was given, such as a missing key or a broken base URL. */
public final class ConfigurationException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message which setting is wrong and what to set; never the value of a secret
     */
    public ConfigurationException(String message) {
        super(message, null);
    }
}
