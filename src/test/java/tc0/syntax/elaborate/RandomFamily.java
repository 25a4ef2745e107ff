package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The source of a random well-formed circuit that uses most constructs of the language. */
final class RandomFamily {

  private final Random random;
  private final List<String> lines = new ArrayList<>();

  /** Arrays so far: name and number of axes. */
  private final List<Array> arrays = new ArrayList<>();

  private int names;

  private record Array(String name, int axes, boolean form) {}

  RandomFamily(long seed) {
    this.random = new Random(seed);
  }

  /** The module with the circuit {@code c} as its last one. */
  String text() {
    arrays.add(new Array("x", 1, false));
    arrays.add(new Array("y", 2, false));
    lines.add("  let half = n div 2, next(i) = (i + 1) mod max(n, 1);");
    int items = 2 + random.nextInt(5);
    for (int i = 0; i < items; i++) {
      item("  ", true);
    }
    List<String> row = List.of("i");
    lines.add("  return[i < n] = " + wire(row, 2) + ";");
    return """
        import std.integer (greater, add);
        index square(a) : fo = a * a;
        predicate low(a, b) : dlogtime = 2 * a < b or bit(b, 0);
        circuit parity[n](x: bit[n]) -> bit {
          return = sum { (if i mod 2 = 0 then 1 else -1) * x[i] : i < n } >= 1;
        }
        circuit c[n](x: bit[n], y: bit[n, n]) -> bit[n] where n >= 1 {
        """
        + String.join("\n", lines)
        + "\n}\n";
  }

  private void item(String margin, boolean outer) {
    String name = "g" + names++;
    int kind = random.nextInt(outer ? 6 : 4);
    switch (kind) {
      case 0 -> {
        lines.add(margin + name + " = " + wire(List.of(), 3) + ";");
        arrays.add(new Array(name, 0, false));
      }
      case 1, 2 -> {
        lines.add(margin + name + "[i < n] = " + wire(List.of("i"), 3) + ";");
        arrays.add(new Array(name, 1, false));
      }
      case 3 -> {
        String guard = random.nextBoolean() ? " when " + predicate(List.of("i", "j")) : "";
        String bound = random.nextBoolean() ? "j <= i" : "1 <= j < n";
        lines.add(
            margin + name + "[i < n, " + bound + guard + "] = " + wire(List.of("i", "j"), 2) + ";");
        arrays.add(new Array(name, 2, false));
      }
      case 4 -> {
        lines.add(margin + "form " + name + "[i < n] = " + form(List.of("i"), 2) + ";");
        arrays.add(new Array(name, 1, true));
      }
      default -> {
        lines.add(margin + "iterate t < half from " + name + " = x {");
        int known = arrays.size();
        arrays.add(new Array(name, 1, false));
        item(margin + "  ", false);
        lines.add(margin + "  " + name + "[i < n] = " + wire(List.of("i"), 2) + ";");
        lines.add(margin + "}");
        while (arrays.size() > known + 1) {
          arrays.remove(arrays.size() - 1);
        }
      }
    }
  }

  private String wire(List<String> binders, int depth) {
    if (depth == 0) {
      return read(binders, false);
    }
    int fresh = binders.size();
    String k = "k" + fresh;
    List<String> inner = new ArrayList<>(binders);
    inner.add(k);
    return switch (random.nextInt(10)) {
      case 0 -> read(binders, false);
      case 1 -> "not " + read(binders, false);
      case 2 -> "(" + wire(binders, depth - 1) + " and " + wire(binders, depth - 1) + ")";
      case 3 -> "(" + wire(binders, depth - 1) + " or " + wire(binders, depth - 1) + ")";
      case 4 -> fold("all", k, binders, wire(inner, depth - 1));
      case 5 -> fold("any", k, binders, wire(inner, depth - 1));
      case 6 -> "(" + form(binders, depth - 1) + " >= " + index(binders) + ")";
      case 7 ->
          "(if "
              + predicate(binders)
              + " then "
              + wire(binders, depth - 1)
              + " else "
              + wire(binders, depth - 1)
              + ")";
      case 8 -> "greater(x, " + (binders.isEmpty() ? "y[0]" : "y[" + index(binders) + "]") + ")";
      default -> "parity { " + wire(inner, depth - 1) + " : " + k + " < n }";
    };
  }

  private String fold(String operator, String binder, List<String> binders, String body) {
    String guard = random.nextInt(3) == 0 ? " when " + predicate(binders) : "";
    String box =
        random.nextInt(3) == 0 && !binders.isEmpty()
            ? binders.get(0) + " < " + binder + " < n"
            : binder + " < n";
    return operator + " { " + body + " : " + box + guard + " }";
  }

  private String form(List<String> binders, int depth) {
    if (depth == 0) {
      return read(binders, random.nextBoolean());
    }
    String k = "k" + binders.size();
    List<String> inner = new ArrayList<>(binders);
    inner.add(k);
    return switch (random.nextInt(5)) {
      case 0 -> read(binders, true);
      case 1 -> "(" + form(binders, depth - 1) + " + " + form(binders, depth - 1) + ")";
      case 2 -> "(" + form(binders, depth - 1) + " - " + form(binders, depth - 1) + ")";
      case 3 -> index(binders) + " * " + "(" + form(binders, depth - 1) + ")";
      default -> fold("sum", k, binders, form(inner, depth - 1));
    };
  }

  private String read(List<String> binders, boolean forms) {
    List<Array> candidates = arrays.stream().filter(a -> forms || !a.form()).toList();
    Array array = candidates.get(random.nextInt(candidates.size()));
    if (array.axes() == 0) {
      return array.name();
    }
    return array.name()
        + "["
        + index(binders)
        + (array.axes() == 2 ? ", " + index(binders) : "")
        + "]";
  }

  private String index(List<String> binders) {
    String variable = binders.isEmpty() ? "n" : binders.get(random.nextInt(binders.size()));
    return switch (random.nextInt(9)) {
      case 0 -> "0";
      case 1 -> "(" + variable + " + 1)";
      case 2 -> "next(" + variable + ")";
      case 3 -> "(square(" + variable + ") mod 3)";
      case 4 -> "(n - 1 - " + variable + ")";
      case 5 -> "(if " + variable + " < 2 then " + variable + " else half)";
      default -> variable;
    };
  }

  private String predicate(List<String> binders) {
    String variable = binders.isEmpty() ? "n" : binders.get(random.nextInt(binders.size()));
    return switch (random.nextInt(5)) {
      case 0 -> variable + " mod 2 = 0";
      case 1 -> "low(" + variable + ", n)";
      case 2 -> "(exists e < n : e + e = " + variable + ")";
      case 3 -> "not bit(" + variable + ", 1)";
      default -> "(" + variable + " < half or " + variable + " > 3)";
    };
  }
}
