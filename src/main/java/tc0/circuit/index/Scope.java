package tc0.circuit.index;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the free variables of a term stand for: a constant (a size parameter) or a slot of the frame
 * (a binder). Scopes are immutable; all scopes of one frame share its count of slots.
 */
public final class Scope {

  private static final class Slots {
    private int count;
  }

  private final Slots frame;
  private final Map<String, Term> bindings;

  private Scope(Slots frame, Map<String, Term> bindings) {
    this.frame = frame;
    this.bindings = bindings;
  }

  /** A new frame without slots, where each parameter has a fixed value. */
  public static Scope of(Map<String, BigInteger> parameters) {
    Map<String, Term> bindings = new HashMap<>();
    parameters.forEach((name, value) -> bindings.put(name, Term.constant(value)));
    return new Scope(new Slots(), bindings);
  }

  /** The slot that the next {@link #bind} takes. */
  public int nextSlot() {
    return frame.count;
  }

  /** This scope with {@code name} in a fresh slot, hiding an outer variable of that name. */
  public Scope bind(String name) {
    return with(name, Term.slot(frame.count++));
  }

  /** The number of slots that a frame needs. */
  public int frameSize() {
    return frame.count;
  }

  /** Whether all these variables stand for constants. */
  public boolean isConstant(Set<String> variables) {
    return variables.stream().allMatch(name -> lookup(name).constant().isPresent());
  }

  Scope with(String name, Term meaning) {
    Map<String, Term> extended = new HashMap<>(bindings);
    extended.put(name, meaning);
    return new Scope(frame, extended);
  }

  Term lookup(String name) {
    Term meaning = bindings.get(name);
    if (meaning == null) {
      throw new IllegalArgumentException("index variable " + name + " is not bound");
    }
    return meaning;
  }
}
