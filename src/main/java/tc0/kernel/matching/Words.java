package tc0.kernel.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Circuit;

/**
 * Groups the bit arrays of a signature into the words they came from, for the reader only: {@code
 * x.mantissa}, {@code x.exponent} and {@code x.sign} are the word {@code x}.
 *
 * @param name the name without the field
 * @param rank the number of indices of the word
 * @param ports positions of its bit arrays in the signature
 */
record Words(String name, int rank, List<Integer> ports) {

  /** The words of a signature in order. */
  static List<Words> of(List<Circuit.Port> ports) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < ports.size(); i++) {
      groups.computeIfAbsent(base(ports.get(i).name()), name -> new ArrayList<>()).add(i);
    }
    List<Words> words = new ArrayList<>();
    groups.forEach(
        (name, members) -> {
          int least = members.stream().mapToInt(i -> ports.get(i).box().rank()).min().orElse(0);
          boolean single = members.size() == 1;
          boolean field = !ports.get(members.get(0)).name().equals(name);
          words.add(new Words(name, single && field && least > 0 ? least - 1 : least, members));
        });
    return words;
  }

  /** The word that port {@code index} belongs to. */
  static Words containing(List<Circuit.Port> ports, int index) {
    return of(ports).stream()
        .filter(word -> word.ports().contains(index))
        .findFirst()
        .orElseThrow();
  }

  private static String base(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
