package tc0.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tc0.kernel.DepthAtom;
import tc0.kernel.Evidence;
import tc0.kernel.LinearDepth;

/** Gathers the bounds in the evidence of a judgement; inputs of equal depth share one bound. */
final class DerivedBounds {
  private DerivedBounds() {}

  static List<Bound> of(List<Evidence> evidence) {
    List<Bound> bounds = new ArrayList<>(depths(evidence));
    for (Evidence one : evidence) {
      if (one instanceof Evidence.Bound bound) {
        bounds.add(
            new Bound(
                bound.quantity(),
                List.of(),
                bound.derived().toString(),
                bound.claimed().map(Object::toString),
                bound
                    .claimed()
                    .map(claimed -> claimed.minus(bound.derived().polynomial()).toString()),
                true));
      }
    }
    return bounds;
  }

  private record Form(LinearDepth derived, LinearDepth claimed, LinearDepth slack) {}

  private static List<Bound> depths(List<Evidence> evidence) {
    Map<Form, List<String>> sources = new LinkedHashMap<>();
    for (Evidence one : evidence) {
      if (one instanceof Evidence.Depth depth) {
        List<String> names =
            sources.computeIfAbsent(
                new Form(depth.derived(), depth.claimed(), depth.slack()), f -> new ArrayList<>());
        if (!names.contains(depth.source().name())) {
          names.add(depth.source().name());
        }
      }
    }
    List<Bound> bounds = new ArrayList<>();
    sources.forEach(
        (form, from) ->
            bounds.add(
                new Bound(
                    "depth",
                    from,
                    form.derived.toString(),
                    Optional.of(form.claimed.toString()),
                    Optional.of(form.slack.toString()),
                    sources.keySet().stream()
                        .noneMatch(
                            other ->
                                !other.derived.equals(form.derived)
                                    && covers(other.derived, form.derived)))));
    return bounds;
  }

  /** Whether the larger depth is at least the smaller one, coefficient by coefficient. */
  private static boolean covers(LinearDepth larger, LinearDepth smaller) {
    TreeSet<DepthAtom> atoms = new TreeSet<>(larger.coefficients().keySet());
    atoms.addAll(smaller.coefficients().keySet());
    return larger.constant().minus(smaller.constant()).hasNonNegativeCoefficients()
        && atoms.stream()
            .allMatch(
                atom ->
                    larger
                        .coefficient(atom)
                        .minus(smaller.coefficient(atom))
                        .hasNonNegativeCoefficients());
  }
}
