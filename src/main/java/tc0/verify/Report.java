package tc0.verify;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What became of a file.
 *
 * @param file as the user named it
 * @param module the module's name
 * @param lemmas in order of the file
 * @param theorems in order of the file
 * @param problems where algebra places the problems of the file
 * @param reductions checks of the reductions that the file states or its theorems use
 * @param facts facts of the file: properties that were checked, literature that is cited
 * @param generators explicit connection languages and how they compare with their circuits
 * @param axioms circuits taken on trust that the lemmas and theorems reach, by name, with their
 *     citation
 * @param forbidden axioms among them that the file does not allow
 * @param assumptions separations of complexity classes that theorems assume
 * @param elapsed wall-clock time
 */
public record Report(
    String file,
    String module,
    List<LemmaReport> lemmas,
    List<TheoremReport> theorems,
    List<Line> problems,
    List<Line> reductions,
    List<Line> facts,
    List<Line> generators,
    SortedMap<String, String> axioms,
    List<String> forbidden,
    List<String> assumptions,
    Duration elapsed) {

  /** Copies the collections. */
  public Report {
    lemmas = List.copyOf(lemmas);
    theorems = List.copyOf(theorems);
    problems = List.copyOf(problems);
    reductions = List.copyOf(reductions);
    facts = List.copyOf(facts);
    generators = List.copyOf(generators);
    axioms = java.util.Collections.unmodifiableSortedMap(axioms);
    forbidden = List.copyOf(forbidden);
    assumptions = List.copyOf(assumptions);
  }

  /** All verdict lines. */
  public Stream<Line> lines() {
    return Stream.of(
            lemmas.stream().flatMap(lemma -> lemma.lines().stream()),
            theorems.stream().flatMap(theorem -> theorem.lines().stream()),
            problems.stream(),
            reductions.stream(),
            facts.stream(),
            generators.stream())
        .flatMap(lines -> lines);
  }

  /** Whether some line has the standing. */
  public boolean has(Standing standing) {
    return lines().anyMatch(line -> line.standing() == standing);
  }

  /** The lemmas, reductions, facts, generators and theorems that are not verified. */
  public long open() {
    return lemmas.stream().filter(lemma -> !lemma.isVerified()).count()
        + theorems.stream().filter(theorem -> !theorem.isVerified()).count()
        + Stream.of(problems, reductions, facts, generators)
            .flatMap(List::stream)
            .filter(line -> !line.standing().isGreen())
            .count();
  }
}
