package tc0.circuit;

import java.util.Map;

/**
 * How the form inputs of an outermost circuit are fed: entry by entry as a natural of so many input
 * bits. The default is one bit, which is what a {@code form bit} promises.
 */
public record FormWidths(Map<String, Integer> bits) {

  /** One bit per entry. */
  public static final FormWidths BINARY = new FormWidths(Map.of());

  public FormWidths {
    bits = Map.copyOf(bits);
    if (bits.values().stream().anyMatch(width -> width < 0 || width > 31)) {
      throw new IllegalArgumentException("a form input takes 0 to 31 bits");
    }
  }

  /** The bits of each entry of an input. */
  public int of(String input) {
    return bits.getOrDefault(input, 1);
  }
}
