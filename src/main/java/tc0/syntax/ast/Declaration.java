package tc0.syntax.ast;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/** What stands at the top of a module. */
public sealed interface Declaration extends Node {

  /** The text of the {@code ///} lines above it, without the slashes. */
  Optional<String> documentation();

  /** {@code source chen2024 "…";}: an entry of the bibliography. */
  record Source(Span span, Optional<String> documentation, Identifier name, String reference)
      implements Declaration {}

  /**
   * {@code type float(p) = { mantissa: bit[p], … } where p >= 2 represents float(p);}.
   *
   * @param fields low part first: a record is the word of its fields in this order
   * @param represents the reference number format
   */
  record RecordType(
      Span span,
      Optional<String> documentation,
      Identifier name,
      List<Identifier> parameters,
      List<TypeField> fields,
      List<Expression> constraints,
      Optional<Representation> represents)
      implements Declaration {
    public RecordType {
      parameters = List.copyOf(parameters);
      fields = List.copyOf(fields);
      constraints = List.copyOf(constraints);
    }
  }

  /** A field of a record type. */
  record TypeField(Span span, Identifier name, Type type) implements Node {}

  /** {@code represents fixed(i, f)}. */
  record Representation(Span span, Identifier format, List<Expression> arguments) implements Node {
    public Representation {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code operators float { + = add; sum = sum; }}: what infix signs mean on a type. */
  record Operators(
      Span span, Optional<String> documentation, QualifiedName type, List<OperatorMeaning> meanings)
      implements Declaration {
    public Operators {
      meanings = List.copyOf(meanings);
    }
  }

  /** One row of an operator table; the symbol is a sign such as {@code +} or a name. */
  record OperatorMeaning(Span span, String symbol, QualifiedName circuit) implements Node {}

  /** A circuit family. */
  record Circuit(Span span, Optional<String> documentation, CircuitHeader header, List<Item> body)
      implements Declaration {
    public Circuit {
      body = List.copyOf(body);
    }
  }

  /** A circuit family of which only signature, cost and citation are given. */
  record Axiom(
      Span span, Optional<String> documentation, CircuitHeader header, List<AxiomClause> clauses)
      implements Declaration {
    public Axiom {
      clauses = List.copyOf(clauses);
    }
  }

  /** An index function, predicate, domain or advice at the top of a module. */
  record Index(Span span, Optional<String> documentation, IndexDefinition definition)
      implements Declaration {}

  /** {@code hypothesis name "text" cites …;}: something that lemmas may need. */
  record Hypothesis(
      Span span,
      Optional<String> documentation,
      Identifier name,
      String text,
      List<Citation> citations)
      implements Declaration {
    public Hypothesis {
      citations = List.copyOf(citations);
    }
  }

  /**
   * {@code define name[sizes](parameters) -> type where … { … }}: mathematics to match. The short
   * form {@code = e;} is a body of one {@code return}. What it {@code ensures} is a claim about the
   * arithmetic, to be checked.
   */
  record Definition(
      Span span,
      Optional<String> documentation,
      CircuitHeader header,
      List<LetBinding> functions,
      List<Item.Return> results,
      List<Item.Ensures> ensures,
      List<Item.Requires> requires)
      implements Declaration {
    public Definition {
      functions = List.copyOf(functions);
      results = List.copyOf(results);
      ensures = List.copyOf(ensures);
      requires = List.copyOf(requires);
    }
  }

  /** {@code regime name { … }}: how the sizes grow together. */
  record Regime(
      Span span, Optional<String> documentation, Identifier name, List<RegimeClause> clauses)
      implements Declaration {
    public Regime {
      clauses = List.copyOf(clauses);
    }
  }

  /** {@code constants papers { … }}: names for the depth of building blocks. */
  record Constants(
      Span span, Optional<String> documentation, Identifier name, List<DepthConstant> constants)
      implements Declaration {
    public Constants {
      constants = List.copyOf(constants);
    }
  }

  /** {@code d_std = max depth { float.add, float.mul };}, the largest of the circuits' depths. */
  record DepthConstant(Span span, Identifier name, List<QualifiedName> circuits) implements Node {
    public DepthConstant {
      circuits = List.copyOf(circuits);
    }
  }

  /** A lemma about one circuit. */
  record Lemma(
      Span span,
      Optional<String> documentation,
      Identifier name,
      Optional<String> title,
      List<Citation> citations,
      List<LemmaClause> clauses)
      implements Declaration {
    public Lemma {
      citations = List.copyOf(citations);
      clauses = List.copyOf(clauses);
    }
  }

  /** A theorem: class membership, or a conditional impossibility. */
  record Theorem(
      Span span,
      Optional<String> documentation,
      Identifier name,
      Optional<String> title,
      List<Citation> citations,
      List<TheoremClause> clauses)
      implements Declaration {
    public Theorem {
      citations = List.copyOf(citations);
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * {@code monoid A5 of 60 elements on 5 points by image;}: a finite monoid of numbered elements.
   *
   * @param points how many points the elements act on; absent if they multiply by a table
   * @param function an index function: the point that an element maps a point to, or the product of
   *     two elements
   */
  record Monoid(
      Span span,
      Optional<String> documentation,
      Identifier name,
      Optional<String> title,
      List<Citation> citations,
      BigInteger elements,
      Optional<BigInteger> points,
      QualifiedName function)
      implements Declaration {
    public Monoid {
      citations = List.copyOf(citations);
    }
  }

  /**
   * {@code problem name "text" cites … = definition;}: a decision problem.
   *
   * @param text what it asks, for people
   * @param definition what it asks, exactly; a problem without one is only named
   */
  record Problem(
      Span span,
      Optional<String> documentation,
      Identifier name,
      String text,
      List<Citation> citations,
      Optional<ProblemDefinition> definition)
      implements Declaration {
    public Problem {
      citations = List.copyOf(citations);
    }
  }

  /** {@code reduction name "text" cites … { of circuit under regime; from a; to b; … }}. */
  record Reduction(
      Span span,
      Optional<String> documentation,
      Identifier name,
      Optional<String> title,
      List<Citation> citations,
      List<ReductionClause> clauses)
      implements Declaration {
    public Reduction {
      citations = List.copyOf(citations);
      clauses = List.copyOf(clauses);
    }
  }

  /** {@code fact name "statement" cites … : body}. */
  record Fact(
      Span span,
      Optional<String> documentation,
      Identifier name,
      Optional<String> statement,
      List<Citation> citations,
      FactBody body)
      implements Declaration {
    public Fact {
      citations = List.copyOf(citations);
    }
  }

  /**
   * {@code assume name "text" cites … : TC0 != NC1 uniform dlogtime;}.
   *
   * @param name absent in the short form {@code assume TC0 != NC1;}
   */
  record Assumption(
      Span span,
      Optional<String> documentation,
      Optional<Identifier> name,
      Optional<String> text,
      List<Citation> citations,
      ClassName left,
      ClassRelation relation,
      ClassName right,
      Optional<TierName> uniformity)
      implements Declaration {
    public Assumption {
      citations = List.copyOf(citations);
    }
  }

  /** {@code generator name for circuit uniform tier cites … { … }}. */
  record Generator(
      Span span,
      Optional<String> documentation,
      Identifier name,
      QualifiedName circuit,
      TierName tier,
      List<Citation> citations,
      List<GeneratorClause> clauses)
      implements Declaration {
    public Generator {
      citations = List.copyOf(citations);
      clauses = List.copyOf(clauses);
    }
  }
}
