package nl.bovenstrooms.contracts.event;

/** A sentence for people in Dutch and in English. */
public record LocalText(String nl, String en) {}
