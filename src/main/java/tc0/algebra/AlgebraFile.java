package tc0.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads automata and monoids from text: lines {@code key: words}, where {@code #} starts a comment.
 *
 * <p>An automaton has {@code alphabet: a b}, {@code start: 0}, {@code accepting: 0 2} and for every
 * state a line {@code state: 1 2} with the state that each letter leads to, states in order.
 *
 * <p>A monoid has either for every element a line {@code row: 0 1 2} with its products, elements in
 * order, or for every generator a line {@code generator: 1 2 0} with the images of the points. With
 * {@code letters: 1 2} only these elements of a table are letters, and must generate the others;
 * otherwise all elements are, and of generators all that they generate.
 */
public final class AlgebraFile {

  private final Map<String, List<List<String>>> lines = new HashMap<>();

  private AlgebraFile(String text, List<String> keys) {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String content = line.replaceFirst("#.*", "").strip();
      if (content.isEmpty()) {
        continue;
      }
      int colon = content.indexOf(':');
      String key = colon < 0 ? content : content.substring(0, colon).strip();
      if (colon < 0 || !keys.contains(key)) {
        throw new IllegalArgumentException(
            "line %d: expected one of %s and a colon, found `%s`"
                .formatted(number, String.join(", ", keys), key));
      }
      lines
          .computeIfAbsent(key, unused -> new ArrayList<>())
          .add(
              Stream.of(content.substring(colon + 1).split("\\s+", -1))
                  .filter(word -> !word.isEmpty())
                  .toList());
    }
  }

  /**
   * Reads an automaton.
   *
   * @param text lines as described for this class
   * @return the automaton
   * @throws IllegalArgumentException if the text is not one; the message says why
   */
  public static Dfa automaton(String text) {
    AlgebraFile file = new AlgebraFile(text, List.of("alphabet", "start", "accepting", "state"));
    List<Integer> start = numbers(file.only("start"));
    if (start.size() != 1) {
      throw new IllegalArgumentException("an automaton has one start state");
    }
    return new Dfa(
        file.only("alphabet"),
        start.getFirst(),
        new TreeSet<>(numbers(file.only("accepting"))),
        file.all("state"));
  }

  /**
   * Reads a monoid, or a semigroup, with the letters that stand for elements.
   *
   * @param text lines as described for this class
   * @return the morphism from words of these letters to their products
   * @throws IllegalArgumentException if the text is not one; the message says why
   * @throws TooLargeException if the generators generate too much
   */
  public static Morphism monoid(String text) {
    AlgebraFile file = new AlgebraFile(text, List.of("row", "generator", "letters"));
    List<List<Integer>> generators = file.all("generator");
    if (generators.isEmpty() == file.all("row").isEmpty()) {
      throw new IllegalArgumentException("a monoid has rows or generators, and not both");
    }
    if (!generators.isEmpty() && file.lines.containsKey("letters")) {
      throw new IllegalArgumentException("letters are for rows: generators do not number elements");
    }
    Semigroup semigroup =
        generators.isEmpty()
            ? Semigroup.ofTable(file.all("row"))
            : TransformationMonoid.generate(
                    generators.getFirst().size(),
                    generators.stream().map(Transformation::new).toList())
                .monoid();
    if (!file.lines.containsKey("letters")) {
      return Morphism.wordProblem(semigroup);
    }
    List<Integer> letters = numbers(file.only("letters"));
    Morphism morphism = new Morphism(semigroup, file.only("letters"), letters);
    NavigableSet<Integer> missing = semigroup.elements();
    missing.removeAll(semigroup.generatedBy(letters));
    semigroup.identity().ifPresent(missing::remove);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the element " + missing.first() + " is no product of letters");
    }
    return morphism;
  }

  /**
   * Reads a group and writes its module.
   *
   * @param text lines as described for this class
   * @param name of the module
   * @return the text of the module
   * @throws IllegalArgumentException if the text is no group; the message says why
   * @throws TooLargeException if the generators generate too much
   */
  public static String groupModule(String text, String name) {
    AlgebraFile file = new AlgebraFile(text, List.of("row", "generator", "letters"));
    List<List<Integer>> generators = file.all("generator");
    return generators.isEmpty()
        ? GroupModule.of(name, monoid(text).target())
        : GroupModule.of(
            name,
            TransformationMonoid.generate(
                generators.getFirst().size(),
                generators.stream().map(Transformation::new).toList()));
  }

  private List<String> only(String key) {
    List<List<String>> found = lines.getOrDefault(key, List.of());
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "expected one line `" + key + ": …`, found " + found.size());
    }
    return found.getFirst();
  }

  private List<List<Integer>> all(String key) {
    return lines.getOrDefault(key, List.of()).stream().map(AlgebraFile::numbers).toList();
  }

  private static List<Integer> numbers(List<String> words) {
    return words.stream()
        .map(
            word -> {
              if (!word.matches("[0-9]{1,6}")) {
                throw new IllegalArgumentException("`" + word + "` is no number of an element");
              }
              return Integer.valueOf(word);
            })
        .toList();
  }
}
