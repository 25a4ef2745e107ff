package tc0.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Collectors;
import tc0.algebra.ClassWitness;
import tc0.algebra.Morphism;

/** Where a morphism lies and why, in text and in JSON. */
public final class ClassificationReport {

  private ClassificationReport() {}

  /** The report for people, lines ended. */
  public static String text(Morphism morphism, ClassWitness witness) {
    String letters =
        morphism.alphabet().size() <= 16
            ? String.join(" ", morphism.alphabet())
            : morphism.alphabet().size() + " letters";
    return String.join(
            System.lineSeparator(),
            List.of(
                witness.level().statement(),
                "  monoid    " + morphism.target().size() + " elements",
                "  alphabet  " + letters,
                "  witness   " + evidence(witness),
                "  checked   the witness, from the product and the letters alone",
                "  assumed   " + witness.level().theorem()))
        + System.lineSeparator();
  }

  private static String evidence(ClassWitness witness) {
    return switch (witness) {
      case ClassWitness.QuasiAperiodic quasi ->
          "words of length %d and of length %d have the same %d images, with x^%d = x^%d for each"
              .formatted(
                  quasi.stabilityIndex(),
                  2 * quasi.stabilityIndex(),
                  quasi.stable().size(),
                  quasi.exponent(),
                  quasi.exponent() + 1);
      case ClassWitness.Solvable solvable ->
          "derived series of the subgroups: %s; images of words of length %d contain a group of %d"
              .formatted(
                  solvable.series().stream()
                      .map(ClassificationReport::orders)
                      .distinct()
                      .collect(Collectors.joining(", ")),
                  solvable.stabilityIndex(),
                  solvable.group().size());
      case ClassWitness.Perfect perfect ->
          "a subgroup of %d elements that its own commutators generate"
              .formatted(perfect.group().size());
    };
  }

  private static String orders(ClassWitness.DerivedSeries series) {
    return series.groups().stream()
        .map(group -> String.valueOf(group.size()))
        .collect(Collectors.joining(" > "));
  }

  /** The report for programs, with the whole witness. Elements are numbers from 0. */
  public static String json(Morphism morphism, ClassWitness witness) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("level", witness.level().name());
    root.put("statement", witness.level().statement());
    root.put("theorem", witness.level().theorem());
    root.put("elements", morphism.target().size());
    morphism.alphabet().forEach(root.putArray("alphabet")::add);
    morphism.images().forEach(root.putArray("images")::add);
    ArrayNode table = root.putArray("table");
    for (int a : morphism.target().elements()) {
      ArrayNode row = table.addArray();
      morphism.target().elements().forEach(b -> row.add(morphism.target().product(a, b)));
    }
    ObjectNode evidence = root.putObject("witness");
    switch (witness) {
      case ClassWitness.QuasiAperiodic quasi -> {
        evidence.put("stability_index", quasi.stabilityIndex());
        evidence.put("exponent", quasi.exponent());
        add(evidence.putArray("stable"), quasi.stable());
      }
      case ClassWitness.Solvable solvable -> {
        ArrayNode series = evidence.putArray("derived_series");
        for (ClassWitness.DerivedSeries one : solvable.series()) {
          ObjectNode node = series.addObject();
          node.put("identity", one.identity());
          ArrayNode groups = node.putArray("groups");
          one.groups().forEach(group -> add(groups.addArray(), group));
        }
        evidence.put("stability_index", solvable.stabilityIndex());
        add(evidence.putArray("group"), solvable.group());
      }
      case ClassWitness.Perfect perfect -> {
        evidence.put("identity", perfect.identity());
        add(evidence.putArray("group"), perfect.group());
      }
    }
    return root.toString() + System.lineSeparator();
  }

  private static void add(ArrayNode array, NavigableSet<Integer> members) {
    members.forEach(array::add);
  }
}
