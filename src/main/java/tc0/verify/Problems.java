package tc0.verify;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tc0.algebra.ClosureProblem;
import tc0.algebra.FixedMembership;
import tc0.algebra.Morphism;
import tc0.algebra.Semigroup;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.HardnessFact;
import tc0.kernel.Problem;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.ProblemDefinition;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.CircuitInfo;

/**
 * Reads problems: what they ask as a {@link Decider}, and where their algebra places them as
 * memberships that the kernel knows of.
 *
 * <p>Letters are element numbers in binary, as many bits as the number of elements has, so that
 * this number itself is a letter that stands for no element: the separator of periodic words.
 */
final class Problems {
  private final Monoids monoids = new Monoids();
  private final Map<String, Reading> known = new LinkedHashMap<>();

  /**
   * A problem that was read.
   *
   * @param problem for the kernel
   * @param decider empty if the problem is only named
   * @param line where its algebra places it; empty if it has none
   */
  record Reading(Problem problem, Optional<Decider> decider, Optional<Line> line) {}

  /** The problem of a declaration; a {@link DiagnosticException} if it makes no sense. */
  synchronized Reading of(Statements.Located<Declaration.Problem> located) {
    String name = located.qualified(located.declaration().name());
    Reading found = known.get(name);
    if (found == null) {
      found = read(located);
      known.put(name, found);
    }
    return found;
  }

  private Reading read(Statements.Located<Declaration.Problem> located) {
    Declaration.Problem declaration = located.declaration();
    String name = declaration.name().text();
    return declaration
        .definition()
        .map(
            definition ->
                switch (definition) {
                  case ProblemDefinition.DecidedBy d -> decided(name, d, located.names());
                  case ProblemDefinition.Products d -> products(declaration, d, located.names());
                  case ProblemDefinition.PeriodicWords d ->
                      periodic(declaration, d, located.names());
                  case ProblemDefinition.Closure d -> closure(declaration, d, located.names());
                })
        .orElseGet(
            () ->
                new Reading(
                    new Problem(name, "", 0, List.of()), Optional.empty(), Optional.empty()));
  }

  private static Reading decided(String name, ProblemDefinition.DecidedBy definition, Names names) {
    CircuitInfo circuit = names.circuit(definition.circuit());
    List<Circuit.Port> inputs = circuit.core().inputs();
    List<Circuit.Port> outputs = circuit.core().ports();
    boolean decides =
        circuit.core().parameters().size() == 1
            && inputs.size() == 1
            && inputs.getFirst().box().rank() >= 1
            && inputs.getFirst().box().rank() <= 2
            && outputs.size() == 1
            && outputs.getFirst().box().rank() == 0
            && Instance.isComplete(circuit.core());
    if (!decides) {
      throw wrong(
          definition,
          "`" + definition.circuit() + "` decides no words",
          "name a circuit of one size n that reads one bit[n, w] and returns a bit");
    }
    int width = width(definition, circuit, inputs.getFirst().box());
    return new Reading(
        new Problem(name, "decided by " + circuit.name(), width, List.of()),
        Optional.of(new CircuitDecider(circuit, width)),
        Optional.empty());
  }

  /** The bits of a letter must not depend on the length of the word. */
  private static int width(ProblemDefinition definition, CircuitInfo circuit, Box box) {
    if (box.rank() == 1) {
      return 1;
    }
    Set<Integer> widths = new HashSet<>();
    for (int n = 1; n <= 9; n++) {
      Map<String, BigInteger> sizes =
          Map.of(circuit.core().parameters().getFirst(), BigInteger.valueOf(n));
      widths.add(SizeTuples.value(box.binders().get(1).high(), sizes).intValueExact());
    }
    if (widths.size() != 1) {
      throw wrong(
          definition, "the letters of " + circuit.name() + " grow", "fix the bits of a letter");
    }
    return widths.iterator().next();
  }

  private Reading products(
      Declaration.Problem declaration, ProblemDefinition.Products definition, Names names) {
    var located = Statements.find(names, definition.monoid(), Declaration.Monoid.class);
    Semigroup monoid = monoids.of(located);
    NavigableSet<Integer> values = elements(definition, monoid, definition.values());
    String text = "words over " + described(located) + " with product " + set(values);
    Decider decider =
        Decider.each(
            word -> {
              Optional<List<Integer>> letters = letters(monoid, word);
              return letters.flatMap(monoid::product).filter(values::contains).isPresent();
            });
    return reading(
        declaration, text, monoid, decider, MonoidPlaces.ofProducts(monoid, definition.monoid()));
  }

  private Reading periodic(
      Declaration.Problem declaration, ProblemDefinition.PeriodicWords definition, Names names) {
    var located = Statements.find(names, definition.monoid(), Declaration.Monoid.class);
    Semigroup monoid = monoids.of(located);
    Set<FixedMembership.LinkedPair> pairs = new HashSet<>();
    for (ProblemDefinition.Pair pair : definition.pairs()) {
      List<BigInteger> both = List.of(pair.first(), pair.second());
      elements(definition, monoid, both);
      pairs.add(
          new FixedMembership.LinkedPair(
              pair.first().intValueExact(), pair.second().intValueExact()));
    }
    FixedMembership membership;
    try {
      membership = new FixedMembership(Morphism.wordProblem(monoid), pairs);
    } catch (IllegalArgumentException e) {
      throw wrong(definition, e.getMessage(), "a pair (s, e) is linked if s e = s and e e = e");
    }
    String text =
        "u and v with a separator, over "
            + described(located)
            + ", for which u v v v … is recognised by the identity morphism and the linked pairs {"
            + definition.pairs().stream()
                .map(pair -> "(" + pair.first() + ", " + pair.second() + ")")
                .collect(Collectors.joining(", "))
            + "}";
    Decider decider = Decider.each(word -> isPeriodicMember(membership, monoid, word));
    return reading(
        declaration, text, monoid, decider, MonoidPlaces.ofProducts(monoid, definition.monoid()));
  }

  private static boolean isPeriodicMember(
      FixedMembership membership, Semigroup monoid, int[] word) {
    int separator =
        IntStream.range(0, word.length)
            .filter(i -> word[i] == monoid.size())
            .findFirst()
            .orElse(-1);
    if (separator < 0 || separator == word.length - 1) {
      return false;
    }
    Optional<List<Integer>> u = letters(monoid, java.util.Arrays.copyOfRange(word, 0, separator));
    Optional<List<Integer>> v =
        letters(monoid, java.util.Arrays.copyOfRange(word, separator + 1, word.length));
    return u.isPresent() && v.isPresent() && membership.contains(u.get(), v.get());
  }

  private Reading closure(
      Declaration.Problem declaration, ProblemDefinition.Closure definition, Names names) {
    var located = Statements.find(names, definition.monoid(), Declaration.Monoid.class);
    Semigroup monoid = monoids.of(located);
    NavigableSet<Integer> values = elements(definition, monoid, definition.values());
    if (definition.length().signum() == 0 || definition.length().bitLength() > 20) {
      throw wrong(definition, "pieces of " + definition.length() + " letters", "take 1 or more");
    }
    ClosureProblem problem =
        new ClosureProblem(monoid, values, definition.length().intValueExact());
    String text =
        "words of the Kleene closure of A_{F,r}, the words over A of at most r letters with product"
            + " in F, for A = "
            + described(located)
            + ", F = "
            + set(values)
            + ", r = "
            + definition.length();
    Decider decider =
        Decider.each(word -> letters(monoid, word).filter(problem::contains).isPresent());
    return reading(
        declaration, text, monoid, decider, MonoidPlaces.ofClosure(monoid, definition.monoid()));
  }

  private static Reading reading(
      Declaration.Problem declaration,
      String text,
      Semigroup monoid,
      Decider decider,
      Optional<MonoidPlaces.Place> place) {
    String name = declaration.name().text();
    List<HardnessFact> memberships =
        place.flatMap(found -> found.membership(name)).stream().toList();
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(monoid.size());
    return new Reading(
        new Problem(name, text, width, memberships),
        Optional.of(decider),
        place.map(found -> found.line(name, declaration.span())));
  }

  private static String described(Statements.Located<Declaration.Monoid> located) {
    Declaration.Monoid monoid = located.declaration();
    return monoid.name().text() + " of " + monoid.elements() + " elements";
  }

  private static String set(NavigableSet<Integer> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }

  /** A word of elements; empty if some letter is none. */
  private static Optional<List<Integer>> letters(Semigroup monoid, int[] word) {
    return IntStream.of(word).allMatch(letter -> letter < monoid.size())
        ? Optional.of(IntStream.of(word).boxed().toList())
        : Optional.empty();
  }

  private static NavigableSet<Integer> elements(
      ProblemDefinition definition, Semigroup monoid, List<BigInteger> values) {
    NavigableSet<Integer> elements = new TreeSet<>();
    for (BigInteger value : values) {
      if (value.compareTo(BigInteger.valueOf(monoid.size())) >= 0) {
        throw wrong(
            definition,
            "there is no element " + value,
            "the elements are 0 to " + (monoid.size() - 1));
      }
      elements.add(value.intValueExact());
    }
    return elements;
  }

  private static DiagnosticException wrong(
      ProblemDefinition definition, String message, String help) {
    return new DiagnosticException(
        Diagnostic.error(DiagnosticCode.TC0804, definition.span(), message).withHelp(help));
  }

  /** All problems that were read. */
  synchronized List<Reading> known() {
    return List.copyOf(known.values());
  }

  /** A problem by its name in a module. */
  Reading of(Names names, QualifiedName name) {
    return of(Statements.find(names, name, Declaration.Problem.class));
  }
}
