package tc0.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The maximum of finitely many linear depths, none of which dominates another, each with a path
 * that attains it. More than {@value #LIMIT} forms are replaced by their coefficientwise maximum,
 * which is larger and therefore still a bound.
 */
public record DepthValue(List<Entry> entries) {

  /** One linear form of the maximum and the path that it counts. */
  public record Entry(LinearDepth depth, CriticalPath path) {}

  /** The largest number of forms that is kept apart. */
  public static final int LIMIT = 64;

  /** The depth 0, at the source. */
  public static final DepthValue ZERO = of(LinearDepth.ZERO);

  public DepthValue {
    entries = antichain(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a depth value has at least one form");
    }
  }

  /** A single form. */
  public static DepthValue of(LinearDepth depth) {
    return new DepthValue(List.of(new Entry(depth, CriticalPath.START)));
  }

  /** The linear forms. */
  public List<LinearDepth> forms() {
    return entries.stream().map(Entry::depth).toList();
  }

  /** The larger of two values. */
  @SuppressWarnings("ReferenceEquality") // only saves work
  DepthValue max(DepthValue other) {
    if (this == other) {
      return this;
    }
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(other.entries);
    return new DepthValue(all);
  }

  /**
   * The sum; a path of the sum is a path of this followed by one {@code step} for the path of
   * {@code other}.
   */
  DepthValue plus(DepthValue other, Following step) {
    List<Entry> sums = new ArrayList<>();
    for (Entry mine : entries) {
      for (Entry theirs : other.entries) {
        sums.add(new Entry(mine.depth.plus(theirs.depth), step.after(mine.path, theirs.path)));
      }
    }
    return new DepthValue(sums);
  }

  /** How the path of a sum arises from the paths of its summands. */
  @FunctionalInterface
  interface Following {
    CriticalPath after(CriticalPath first, CriticalPath second);
  }

  /** {@code factor} times this, for a factor that is not negative; the maximum commutes with it. */
  DepthValue times(Polynomial factor) {
    return map(form -> form.times(factor));
  }

  /** Applies a monotone operation to every form. */
  DepthValue map(UnaryOperator<LinearDepth> operation) {
    return new DepthValue(
        entries.stream()
            .map(entry -> new Entry(operation.apply(entry.depth), entry.path))
            .toList());
  }

  /** Extends every path. */
  DepthValue follow(UnaryOperator<CriticalPath> extension) {
    return new DepthValue(
        entries.stream()
            .map(entry -> new Entry(entry.depth, extension.apply(entry.path)))
            .toList());
  }

  /** For example {@code max(4*d_std + d_sum, 3*d_std + d_exp)}. */
  @Override
  public String toString() {
    return entries.size() == 1
        ? entries.getFirst().depth.toString()
        : entries.stream()
            .map(entry -> entry.depth.toString())
            .collect(Collectors.joining(", ", "max(", ")"));
  }

  private static List<Entry> antichain(List<Entry> candidates) {
    if (candidates.size() == 1) {
      return List.copyOf(candidates);
    }
    List<Entry> kept = new ArrayList<>();
    for (Entry candidate : candidates) {
      if (!isDominated(candidate, kept)) {
        kept.removeIf(entry -> entry.depth.isDominatedBy(candidate.depth));
        kept.add(candidate);
      }
    }
    if (kept.size() > LIMIT) {
      LinearDepth join = kept.stream().map(Entry::depth).reduce(LinearDepth::join).orElseThrow();
      return List.of(new Entry(join, kept.getFirst().path));
    }
    return List.copyOf(kept);
  }

  private static boolean isDominated(Entry candidate, List<Entry> kept) {
    for (Entry entry : kept) {
      if (candidate.depth.isDominatedBy(entry.depth)) {
        return true;
      }
    }
    return false;
  }
}
