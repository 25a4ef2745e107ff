package tc0.syntax.ast;

import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/** One clause of a lemma. */
public sealed interface LemmaClause extends Node
    permits Check,
        LemmaClause.Using,
        LemmaClause.DepthBound,
        LemmaClause.DepthGrowth,
        LemmaClause.CountBound,
        LemmaClause.SizeGrowth,
        LemmaClause.Matches,
        LemmaClause.Of,
        LemmaClause.Uniform,
        LemmaClause.InClass,
        LemmaClause.Needs {

  /** {@code of circuit under regime;}: what the lemma or theorem is about. */
  record Of(Span span, QualifiedName circuit, Optional<QualifiedName> regime)
      implements LemmaClause, TheoremClause, ReductionClause {}

  /** {@code using papers;}: the constants in which the depth claims are written. */
  record Using(Span span, List<QualifiedName> constants) implements LemmaClause {
    public Using {
      constants = List.copyOf(constants);
    }
  }

  /** Which depth a claim speaks of. */
  enum DepthKind {
    /** Gates on a path, negation free. */
    PLAIN("depth"),
    /** Gates on a path, negation of inputs counted. */
    STRICT("strict depth"),
    /** Threshold gates on a path. */
    MAJORITY("majority depth");

    private final String text;

    DepthKind(String text) {
      this.text = text;
    }

    /** How it is written in source. */
    public String text() {
      return text;
    }
  }

  /** {@code strict depth <= bound;}. */
  record DepthBound(Span span, DepthKind kind, Expression bound) implements LemmaClause {}

  /** {@code depth in O(1);}. */
  record DepthGrowth(Span span, DepthKind kind, Growth growth) implements LemmaClause {}

  /** What a count claim counts. */
  enum CountKind {
    /** Gates, both rails. */
    GATES("gates"),
    /** Wires with multiplicity. */
    WIRES("wires");

    private final String text;

    CountKind(String text) {
      this.text = text;
    }

    /** How it is written in source. */
    public String text() {
      return text;
    }
  }

  /** {@code gates <= bound;}. */
  record CountBound(Span span, CountKind kind, Expression bound) implements LemmaClause {}

  /** {@code size in poly(n);}: gates and wires. */
  record SizeGrowth(Span span, Growth growth) implements LemmaClause {}

  /** {@code uniform tier;}. */
  record Uniform(Span span, TierName tier) implements LemmaClause, TheoremClause, ReductionClause {}

  /** {@code in TC0;}. */
  record InClass(Span span, ClassName complexityClass)
      implements LemmaClause, TheoremClause, ReductionClause {}

  /** {@code matches definition;}: equal wiring at every size. */
  record Matches(Span span, QualifiedName definition) implements LemmaClause {}

  /** {@code needs a, b;}: the hypotheses under which the lemma means what it says. */
  record Needs(Span span, List<QualifiedName> hypotheses) implements LemmaClause, TheoremClause {
    public Needs {
      hypotheses = List.copyOf(hypotheses);
    }
  }
}
