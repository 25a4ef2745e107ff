package tc0.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tc0.circuit.Counts;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Metrics;
import tc0.kernel.DepthValue;
import tc0.kernel.Profile;
import tc0.kernel.SizeBound;
import tc0.kernel.Summary;
import tc0.verify.BoundValues;
import tc0.verify.ConcreteSizes;
import tc0.verify.Statistics;

/** Measures of a circuit at concrete sizes beside its bounds for all sizes. */
public final class StatisticsReport {
  private static final int NAME = 24;
  private static final int NUMBER = 14;
  private static final int INDENT = 3;

  private StatisticsReport() {}

  /**
   * A row of the table.
   *
   * @param name what is measured
   * @param written the measure of the circuit as written
   * @param folded the measure after folding
   * @param bound the symbolic bound
   * @param value the value of the bound at these sizes
   */
  public record Row(
      String name,
      Optional<BigInteger> written,
      Optional<BigInteger> folded,
      Optional<String> bound,
      Optional<BigInteger> value) {}

  /** The rows that apply. */
  public static List<Row> rows(Statistics statistics) {
    List<Row> rows = new ArrayList<>();
    BoundValues at = new BoundValues(statistics.sizes());
    Optional<Counts> written = statistics.concrete().flatMap(Statistics.Concrete::written);
    Optional<Metrics> raw =
        statistics
            .concrete()
            .flatMap(Statistics.Concrete::unrolled)
            .map(Statistics.Unrolled::metrics);
    Optional<Metrics> folded = statistics.concrete().map(Statistics.Concrete::folded);
    Optional<Summary> bounds = statistics.bounds();
    if (folded.isPresent()) {
      Metrics left = folded.get();
      rows.add(
          measured(
              "input bits",
              written.map(counts -> BigInteger.valueOf(counts.inputs())),
              left.inputs()));
      for (FlatCircuit.Kind kind : FlatCircuit.Kind.values()) {
        rows.add(
            measured(
                kind.name().toLowerCase(Locale.ROOT) + " gates",
                written.map(counts -> counts.gatesByKind().getOrDefault(kind, BigInteger.ZERO)),
                left.gatesByKind().getOrDefault(kind, 0L)));
      }
      rows.add(measured("gates", written.map(Counts::gates), left.gates()));
    }
    rows.add(
        row(
            "gates with twins",
            raw.map(metrics -> BigInteger.valueOf(metrics.rails())),
            folded.map(Metrics::rails),
            bounds.map(s -> s.cost().gates()),
            at));
    rows.add(
        row(
            "edges",
            written.map(Counts::edges),
            folded.map(Metrics::edges),
            bounds.map(s -> s.cost().edges()),
            at));
    rows.add(
        row(
            "wires",
            written.map(Counts::wires),
            folded.map(Metrics::wires),
            bounds.map(s -> s.cost().wires()),
            at));
    rows.add(
        depth(
            "depth",
            raw.map(Metrics::depth),
            folded.map(Metrics::depth),
            bounds.map(Summary::depth),
            at));
    rows.add(
        depth(
            "strict depth",
            raw.map(Metrics::strictDepth),
            folded.map(Metrics::strictDepth),
            bounds.map(Summary::strictDepth),
            at));
    rows.add(
        depth(
            "majority depth",
            raw.map(Metrics::majorityDepth),
            folded.map(Metrics::majorityDepth),
            bounds.map(Summary::majorityDepth),
            at));
    Map<String, Integer> rawProfile = raw.map(StatisticsReport::profile).orElse(Map.of());
    Map<String, Integer> foldedProfile = folded.map(StatisticsReport::profile).orElse(Map.of());
    Map<String, DepthValue> symbolic = new LinkedHashMap<>();
    bounds.ifPresent(
        s ->
            s.profile()
                .byParameter()
                .entries()
                .forEach((source, value) -> symbolic.put(name(source), value)));
    TreeSet<String> sources = new TreeSet<>(symbolic.keySet());
    sources.addAll(rawProfile.keySet());
    for (String source : sources) {
      rows.add(
          depth(
              "depth from " + source,
              Optional.ofNullable(rawProfile.get(source)),
              Optional.ofNullable(foldedProfile.get(source)),
              Optional.ofNullable(symbolic.get(source)),
              at));
    }
    return rows;
  }

  private static String name(Profile.Source source) {
    return source.kind() == Profile.Source.Kind.CONSTANTS ? "constants" : source.name();
  }

  /** The depth from each parameter; the fields of a record count together. */
  private static Map<String, Integer> profile(Metrics metrics) {
    Map<String, Integer> depths = new LinkedHashMap<>();
    metrics
        .profile()
        .forEach(
            (source, row) -> {
              String name =
                  source.equals(Metrics.CONSTANTS) ? "constants" : source.split("\\.", 2)[0];
              row.values().forEach(depth -> depths.merge(name, depth, Math::max));
            });
    return depths;
  }

  private static Row measured(String name, Optional<BigInteger> written, long folded) {
    return new Row(
        name, written, Optional.of(BigInteger.valueOf(folded)), Optional.empty(), Optional.empty());
  }

  private static Row row(
      String name,
      Optional<BigInteger> written,
      Optional<Long> folded,
      Optional<SizeBound> bound,
      BoundValues at) {
    return new Row(
        name,
        written,
        folded.map(BigInteger::valueOf),
        bound.map(Object::toString),
        bound.flatMap(at::of));
  }

  private static Row depth(
      String name,
      Optional<Integer> written,
      Optional<Integer> folded,
      Optional<DepthValue> bound,
      BoundValues at) {
    return new Row(
        name,
        written.map(BigInteger::valueOf),
        folded.map(BigInteger::valueOf),
        bound.map(Object::toString),
        bound.flatMap(at::of));
  }

  /** The table for people. */
  public static String text(Statistics statistics) {
    StringBuilder out = new StringBuilder();
    out.append(statistics.circuit())
        .append(" at ")
        .append(ConcreteSizes.text(statistics.sizes()))
        .append("\n\n");
    if (statistics.concrete().isPresent()) {
      table(rows(statistics), out);
    } else {
      rows(statistics).forEach(row -> row.bound().ifPresent(b -> bound(row.name(), b, out)));
    }
    statistics
        .bounds()
        .ifPresent(
            summary ->
                out.append("\nwiring ").append(summary.wiring().tier().keyword()).append('\n'));
    statistics
        .refusal()
        .ifPresent(
            refusal ->
                out.append("\nno bounds for all sizes: ")
                    .append(refusal.reason())
                    .append(" [")
                    .append(refusal.rule())
                    .append("]\n"));
    statistics
        .axiom()
        .ifPresent(
            axiom ->
                out.append("\nonly bounds for all sizes: ")
                    .append(axiom)
                    .append("\nit rests on")
                    .append(axioms(statistics))
                    .append('\n'));
    return out.toString();
  }

  private static void table(List<Row> rows, StringBuilder out) {
    int written = width(rows, Row::written);
    int folded = width(rows, Row::folded);
    int value = width(rows, Row::value);
    int room = Paragraph.WIDTH - NAME - written - folded - value - INDENT;
    out.append(Paragraph.pad("", NAME))
        .append(right("as written", written))
        .append(right("folded", folded))
        .append(right("bound here", value))
        .append("   bound for all sizes\n");
    List<Row> below = new ArrayList<>();
    for (Row row : rows) {
      out.append(Paragraph.pad(row.name(), NAME))
          .append(right(number(row.written()), written))
          .append(right(number(row.folded()), folded))
          .append(right(number(row.value()), value));
      if (row.bound().isPresent()) {
        boolean fits = row.bound().get().length() <= room;
        out.append("   ").append(fits ? row.bound().get() : "(below)");
        if (!fits) {
          below.add(row);
        }
      }
      trim(out).append('\n');
    }
    if (!below.isEmpty()) {
      out.append('\n');
      below.forEach(row -> bound(row.name(), row.bound().orElseThrow(), out));
    }
  }

  /** The width of a column of numbers. */
  private static int width(List<Row> rows, Function<Row, Optional<BigInteger>> column) {
    return rows.stream()
        .mapToInt(row -> number(column.apply(row)).length() + 2)
        .reduce(NUMBER, Math::max);
  }

  private static void bound(String name, String bound, StringBuilder out) {
    out.append(Paragraph.pad(name, NAME))
        .append("<= ")
        .append(
            String.join(
                "\n" + " ".repeat(NAME + INDENT),
                Paragraph.lines(bound, NAME + INDENT, NAME + INDENT)))
        .append('\n');
  }

  private static String axioms(Statistics statistics) {
    return statistics
        .bounds()
        .map(
            summary ->
                summary.hypotheses().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining("\n  ", "\n  ", "")))
        .orElse("");
  }

  private static StringBuilder trim(StringBuilder out) {
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    return out;
  }

  private static String number(Optional<? extends Number> number) {
    return number.map(value -> String.format(Locale.ROOT, "%,d", value)).orElse("");
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }
}
