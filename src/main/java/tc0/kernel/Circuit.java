package tc0.kernel;

import java.util.List;
import java.util.Optional;

/**
 * A circuit family, indexed by natural size parameters: either defined by gate arrays ({@link
 * Family}) or only declared, with a cost and a citation ({@link Axiom}).
 */
public sealed interface Circuit {

  /** Qualified name, for example {@code std.integer.add}. */
  String name();

  /** Size parameters, natural numbers. */
  List<String> parameters();

  /** What claims about the circuit assume of the sizes; the circuit itself exists at every size. */
  Predicate where();

  /** Input arrays, in argument order. */
  List<Port> inputs();

  /** Output arrays. */
  List<Port> ports();

  /**
   * An input or output array: its box over the size parameters, and whether it carries forms
   * instead of bits.
   */
  record Port(String name, Box box, boolean form) {}

  /** A family given by its gate arrays. */
  record Family(
      String name,
      List<String> parameters,
      Predicate where,
      List<Port> inputs,
      List<Declaration> body,
      List<Output> outputs)
      implements Circuit {
    public Family {
      parameters = List.copyOf(parameters);
      inputs = List.copyOf(inputs);
      body = List.copyOf(body);
      outputs = List.copyOf(outputs);
    }

    @Override
    public List<Port> ports() {
      return outputs.stream().map(Output::port).toList();
    }
  }

  /** An output array and what it carries: a literal for bits, any form for a form output. */
  record Output(Port port, Form body) {
    public Output {
      if (!port.form() && !(body instanceof Form.Of)) {
        throw new IllegalArgumentException("bit output " + port.name() + " needs a literal");
      }
    }

    /** The literal of a bit output. */
    public Literal literal() {
      if (body instanceof Form.Of of && !port.form()) {
        return of.literal();
      }
      throw new IllegalStateException("form output " + port.name() + " has no literal");
    }
  }

  /**
   * A circuit known only by signature. Its depth is meant in the two-rail sense (both the outputs
   * and their complements have it).
   *
   * @param depth the depth as an index term over O(1) parameters, or empty: an unnamed constant
   * @param size a bound on gates and on wires over the size parameters, or empty: an unnamed
   *     polynomial
   * @param tier the uniformity of its connection language
   * @param citation where it is proved
   * @param hypotheses names of the repaired side conditions it carries
   */
  record Axiom(
      String name,
      List<String> parameters,
      Predicate where,
      List<Port> inputs,
      List<Port> ports,
      Optional<Index> depth,
      Optional<Index> size,
      Tier tier,
      String citation,
      List<String> hypotheses)
      implements Circuit {
    public Axiom {
      parameters = List.copyOf(parameters);
      inputs = List.copyOf(inputs);
      ports = List.copyOf(ports);
      hypotheses = List.copyOf(hypotheses);
    }
  }
}
