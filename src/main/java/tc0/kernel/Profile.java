package tc0.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How deep an array is from each of its sources: at most this many gates lie on any path from a bit
 * of the source to a gate of the array. A source that is missing has no path.
 */
public record Profile(Map<Source, DepthValue> entries) {

  /** Where paths start. */
  public record Source(Kind kind, String name) implements Comparable<Source> {

    /** An input array, a state at the start of a round, or the constants. */
    public enum Kind {
      INPUT,
      STATE,
      CONSTANTS
    }

    /** The constants 0 and 1. */
    public static final Source CONSTANTS = new Source(Kind.CONSTANTS, "constants");

    /** The input array {@code name}. */
    public static Source input(String name) {
      return new Source(Kind.INPUT, name);
    }

    /** The state array {@code name}. */
    public static Source state(String name) {
      return new Source(Kind.STATE, name);
    }

    /** Inputs first, then states, the constants last; by name. */
    @Override
    public int compareTo(Source other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : name.compareTo(other.name);
    }
  }

  /** No source. */
  static final Profile EMPTY = new Profile(Map.of());

  /** The constants, at depth 0. */
  static final Profile CONSTANTS = of(Source.CONSTANTS, DepthValue.ZERO);

  public Profile {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  static Profile of(Source source, DepthValue value) {
    return new Profile(Map.of(source, value));
  }

  /** The depth from a source, empty if there is no path. */
  public Optional<DepthValue> from(Source source) {
    return Optional.ofNullable(entries.get(source));
  }

  /** The larger of two profiles, source by source. */
  @SuppressWarnings("ReferenceEquality") // only saves work
  Profile max(Profile other) {
    if (this == other || other.entries.isEmpty()) {
      return this;
    }
    if (entries.isEmpty()) {
      return other;
    }
    TreeMap<Source, DepthValue> union = new TreeMap<>(entries);
    other.entries.forEach((source, value) -> union.merge(source, value, DepthValue::max));
    return new Profile(union);
  }

  /** Applies an operation to every entry. */
  Profile map(UnaryOperator<DepthValue> operation) {
    TreeMap<Source, DepthValue> mapped = new TreeMap<>(entries);
    mapped.replaceAll((source, value) -> operation.apply(value));
    return new Profile(mapped);
  }

  /** The depth from any source. */
  Optional<DepthValue> overall() {
    return entries.values().stream().reduce(DepthValue::max);
  }

  /**
   * The depth from each parameter of the surface language: a record parameter {@code x} is the
   * inputs {@code x.field}, and its depth the largest of theirs. The constants keep their entry.
   */
  public Profile byParameter() {
    TreeMap<Source, DepthValue> grouped = new TreeMap<>();
    entries.forEach(
        (source, value) -> {
          int dot = source.name().indexOf('.');
          String name = dot < 0 ? source.name() : source.name().substring(0, dot);
          grouped.merge(new Source(source.kind(), name), value, DepthValue::max);
        });
    return new Profile(grouped);
  }
}
