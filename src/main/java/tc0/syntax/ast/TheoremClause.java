package tc0.syntax.ast;

import java.util.List;
import tc0.syntax.source.Span;

/** One clause of a theorem. */
public sealed interface TheoremClause extends Node
    permits LemmaClause.Of,
        LemmaClause.Uniform,
        LemmaClause.InClass,
        LemmaClause.Needs,
        TheoremClause.OfEvery,
        TheoremClause.Weights,
        TheoremClause.CannotDecide,
        TheoremClause.Encoding,
        TheoremClause.Readout,
        TheoremClause.Assuming,
        TheoremClause.Using {

  /**
   * {@code of every circuit from float under regime;}: all circuits of the file.
   *
   * @param primitives the modules and circuits of which they are composed; empty for all imported
   */
  record OfEvery(Span span, List<QualifiedName> primitives, QualifiedName regime)
      implements TheoremClause {
    public OfEvery {
      primitives = List.copyOf(primitives);
    }
  }

  /** {@code weights uniform;} (made by a uniform family) or {@code weights arbitrary;} (advice). */
  record Weights(Span span, boolean uniform) implements TheoremClause {}

  /** {@code cannot decide problem;}. */
  record CannotDecide(Span span, QualifiedName problem) implements TheoremClause {}

  /** {@code encoding circuit;}: from the problem's instance to the input. */
  record Encoding(Span span, QualifiedName circuit) implements TheoremClause {}

  /** {@code readout circuit;}: from the output to the decision. */
  record Readout(Span span, QualifiedName circuit) implements TheoremClause {}

  /** {@code assuming a, b;}: declared assumptions. */
  record Assuming(Span span, List<QualifiedName> assumptions) implements TheoremClause {
    public Assuming {
      assumptions = List.copyOf(assumptions);
    }
  }

  /** {@code using f, g;}: declared facts. */
  record Using(Span span, List<QualifiedName> facts) implements TheoremClause {
    public Using {
      facts = List.copyOf(facts);
    }
  }
}
