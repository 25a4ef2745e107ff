package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tc0.kernel.Box;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Tier;

/**
 * A direct connection language given by explicit predicates over gate names: which names are gates
 * and of which type, and the child of a gate at a port.
 *
 * @param name what it is called
 * @param parameters size parameters, those of the family it claims to describe
 * @param tier the claimed uniformity
 * @param gates the valid names
 * @param wires the children; several clauses may describe one gate, but a port has one child
 */
public record ExplicitGenerator(
    String name, List<String> parameters, Tier tier, List<Gates> gates, List<Wires> wires) {

  public ExplicitGenerator {
    parameters = List.copyOf(parameters);
    gates = List.copyOf(gates);
    wires = List.copyOf(wires);
  }

  /** The same predicates with another claim. */
  public ExplicitGenerator claiming(Tier other) {
    return new ExplicitGenerator(name, parameters, other, gates, wires);
  }

  /**
   * All names in a product of boxes are gates of one type. Later boxes may use the binders of
   * earlier ones; binders are distinct.
   */
  public record Gates(GateType type, boolean complement, List<Level<Box>> levels) {
    public Gates {
      levels = List.copyOf(levels);
    }

    /** The labels joined by dots. */
    public String array() {
      return Level.path(levels);
    }

    /** One box of all binders; the guards are joined. */
    public Box box() {
      List<Box.Binder> binders = new ArrayList<>();
      Predicate guard = Predicate.TRUE;
      for (Level<Box> level : levels) {
        binders.addAll(level.at().binders());
        guard = guard.and(level.at().guard());
      }
      return new Box(binders, guard);
    }
  }

  /**
   * The child of the gates that match a pattern, at the ports that match a pattern, where the
   * condition holds.
   *
   * @param levels per label the variables that stand for its indices
   * @param condition on size parameters, index variables and port variables; it also bounds the
   *     port variables
   */
  public record Wires(
      boolean complement,
      List<Level<List<String>>> levels,
      List<PortField> port,
      Predicate condition,
      Target target) {
    public Wires {
      levels = List.copyOf(levels);
      port = List.copyOf(port);
    }

    /** The labels joined by dots. */
    public String array() {
      return Level.path(levels);
    }

    /** The variables of the gate name. */
    public List<String> indices() {
      return levels.stream().flatMap(level -> level.at().stream()).toList();
    }
  }

  /** One label of a path and what stands in brackets behind it. */
  public record Level<T>(String label, T at) {
    static <T> String path(List<Level<T>> levels) {
      return levels.stream().map(Level::label).collect(Collectors.joining("."));
    }
  }

  /** A field of a port tuple. */
  public sealed interface PortField {
    /** Always this number. */
    record Numeral(BigInteger value) implements PortField {}

    /** A natural number that the condition may speak about. */
    record Variable(String name) implements PortField {}
  }

  /** What a wire reads. */
  public sealed interface Target {
    /** A constant. */
    record Constant(boolean value) implements Target {}

    /** A gate or an input bit, or its complement. */
    record Bit(boolean complement, List<Level<List<Index>>> levels) implements Target {
      public Bit {
        levels = List.copyOf(levels);
      }

      /** The labels joined by dots. */
      public String array() {
        return Level.path(levels);
      }

      /** All indices in order. */
      public List<Index> at() {
        return levels.stream().flatMap(level -> level.at().stream()).toList();
      }
    }
  }
}
