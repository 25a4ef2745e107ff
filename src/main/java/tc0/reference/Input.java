package tc0.reference;

/** An input of a circuit at concrete sizes. */
public record Input(String name, WordType type) {}
