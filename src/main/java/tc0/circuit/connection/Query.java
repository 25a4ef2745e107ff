package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question in writing: {@code gate=c[2,0,3]}, perhaps with {@code port=(1,1)}.
 *
 * @param gate the gate asked about
 * @param port the port, or empty: only the type is asked
 */
public record Query(Gate gate, Optional<List<BigInteger>> port) {

  private static final Pattern LEVEL =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_#]*)(?:\\[([0-9,\\s]*)\\])?");
  private static final Pattern TUPLE = Pattern.compile("\\(?([A-Za-z0-9,\\s]*)\\)?");

  /**
   * Reads a question. Indices may be written after each label ({@code s[1].g[2,0]}) or all at the
   * end ({@code s.g[1,2,0]}); {@code not} selects the complement twin; the port's position {@code
   * pad} stands for the padding.
   *
   * @throws QueryException if it is not a question about this family; the message lists the arrays
   *     that exist
   */
  public static Query parse(Connection connection, String gate, Optional<String> port) {
    Gate name = gate(connection, gate);
    return new Query(name, port.map(text -> port(connection, name, text)));
  }

  /** Reads a gate name, without asking whether there is such a gate. */
  static Optional<Gate> name(String text) {
    String rest = text.strip();
    boolean complement = rest.startsWith("not ") || rest.startsWith("not\t");
    rest = complement ? rest.substring(4).strip() : rest;
    List<String> labels = new ArrayList<>();
    List<BigInteger> at = new ArrayList<>();
    Matcher matcher = LEVEL.matcher(rest);
    int position = 0;
    while (true) {
      matcher.region(position, rest.length());
      if (!matcher.lookingAt()) {
        return Optional.empty();
      }
      labels.add(matcher.group(1));
      Optional<List<BigInteger>> indices = numbers(matcher.group(2));
      if (indices.isEmpty()) {
        return Optional.empty();
      }
      at.addAll(indices.get());
      position = matcher.end();
      if (position == rest.length()) {
        return Optional.of(new Gate(String.join(".", labels), at, complement));
      }
      if (rest.charAt(position) != '.') {
        return Optional.empty();
      }
      position++;
    }
  }

  private static Gate gate(Connection connection, String text) {
    Gate gate =
        name(text)
            .orElseThrow(
                () ->
                    new QueryException(
                        "`" + text + "` is not a gate name such as " + example(connection)));
    Integer rank = connection.arrays().get(gate.array());
    if (rank == null) {
      throw new QueryException(
          "there is no gate array `" + gate.array() + "`; the arrays are " + arrays(connection));
    }
    if (rank != gate.at().size()) {
      throw new QueryException(
          "a gate of `%s` has %d %s, not %d"
              .formatted(gate.array(), rank, rank == 1 ? "index" : "indices", gate.at().size()));
    }
    if (!connection.valid(gate).value()) {
      throw new QueryException(
          "there is no gate %s at %s: an index is outside its range"
              .formatted(gate, sizes(connection)));
    }
    return gate;
  }

  private static List<BigInteger> port(Connection connection, Gate gate, String text) {
    Matcher matcher = TUPLE.matcher(text.strip());
    if (!matcher.matches()) {
      throw badPort(text);
    }
    String body = matcher.group(1);
    String numerals =
        body.strip().startsWith("pad")
            ? body.replaceFirst("pad", connection.padding(gate).toString())
            : body;
    return numbers(numerals).filter(port -> !port.isEmpty()).orElseThrow(() -> badPort(text));
  }

  private static QueryException badPort(String text) {
    return new QueryException("`" + text + "` is not a port such as (0,2) or (pad,1)");
  }

  private static Optional<List<BigInteger>> numbers(String text) {
    if (text == null || text.isBlank()) {
      return Optional.of(List.of());
    }
    List<BigInteger> result = new ArrayList<>();
    for (String field : text.split(",", -1)) {
      String digits = field.strip();
      if (!digits.matches("[0-9]+")) {
        return Optional.empty();
      }
      result.add(new BigInteger(digits));
    }
    return Optional.of(result);
  }

  /** The answer in words, with the steps it took beside the length of the question. */
  public String answer(Connection connection) {
    Answer<Optional<GateType>> type = connection.type(gate);
    String head =
        "gate %s at %s: %s"
            .formatted(
                gate, sizes(connection), type.value().map(GateType::keyword).orElse("not a gate"));
    if (port.isEmpty()) {
      return head + "\n" + cost(type);
    }
    Answer<Optional<Child>> child = connection.child(gate, port.get());
    String tuple = "(" + Gate.Tuples.commas(port.get()) + ")";
    String line = child.value().map(c -> "port " + tuple + " -> " + c).orElse("no port " + tuple);
    return head + "\n" + line + "\n" + cost(child);
  }

  private static String cost(Answer<?> answer) {
    return "%d elementary steps for a question of %d bits: %.1f per bit"
        .formatted(
            answer.steps(), answer.bits(), (double) answer.steps() / Math.max(answer.bits(), 1));
  }

  private static String example(Connection connection) {
    return connection.arrays().entrySet().stream()
        .findFirst()
        .map(
            array ->
                array.getKey()
                    + (array.getValue() == 0 ? "" : "[" + "0,".repeat(array.getValue() - 1) + "0]"))
        .orElse("g[0]");
  }

  private static String arrays(Connection connection) {
    return connection.arrays().isEmpty()
        ? "none"
        : connection.arrays().entrySet().stream()
            .map(array -> array.getKey() + " (" + array.getValue() + ")")
            .collect(Collectors.joining(", "));
  }

  private static String sizes(Connection connection) {
    return connection.sizes().isEmpty()
        ? "its only size"
        : connection.family().parameters().stream()
            .map(name -> name + " = " + connection.sizes().get(name))
            .collect(Collectors.joining(", "));
  }
}
