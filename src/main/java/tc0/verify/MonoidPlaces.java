package tc0.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tc0.algebra.ClassWitness;
import tc0.algebra.Classifier;
import tc0.algebra.ComplexityLevel;
import tc0.algebra.Morphism;
import tc0.algebra.Semigroup;
import tc0.algebra.Subgroup;
import tc0.algebra.WitnessChecker;
import tc0.kernel.ComplexityClass;
import tc0.kernel.HardnessFact;
import tc0.kernel.Uniformity;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.source.Span;

/**
 * Where the algebra of a monoid places the problems on its words: solvable ones in ACC0, aperiodic
 * ones in AC0. The witness is verified again by {@link WitnessChecker}.
 */
final class MonoidPlaces {

  private MonoidPlaces() {}

  /**
   * A place with its evidence.
   *
   * @param level what the witness shows
   * @param detail the witness in words
   */
  record Place(ComplexityLevel level, String detail) {

    /** The membership below NC1 that makes hardness for NC1 implausible, if there is one. */
    Optional<HardnessFact> membership(String problem) {
      ComplexityClass within =
          level == ComplexityLevel.AC0
              ? new ComplexityClass(ComplexityClass.Kind.AC, 0, Uniformity.DLOGTIME)
              : ComplexityClass.tc0(Uniformity.DLOGTIME);
      return level == ComplexityLevel.NC1_COMPLETE
          ? Optional.empty()
          : Optional.of(
              new HardnessFact(
                  problem, "", HardnessFact.Relation.MEMBER, within, Optional.empty(), detail));
    }

    /** The verdict. */
    Line line(String problem, Span span) {
      String claim =
          problem
              + switch (level) {
                case AC0 -> " is in AC0, not hard";
                case ACC0 -> " is in ACC0, not hard";
                case NC1_COMPLETE -> " is over a monoid that is not solvable";
              };
      return new Line(Standing.CHECKED, claim, detail, List.of(), "witness", span);
    }
  }

  /** The problems on products of words over all elements. */
  static Optional<Place> ofProducts(Semigroup monoid, QualifiedName name) {
    Morphism morphism = Morphism.wordProblem(monoid);
    ClassWitness witness = Classifier.classify(morphism);
    if (WitnessChecker.refute(morphism, witness).isPresent()) {
      return Optional.empty();
    }
    String detail =
        switch (witness) {
          case ClassWitness.QuasiAperiodic q ->
              name + " is quasi-aperiodic: x^" + q.exponent() + " = x^" + (q.exponent() + 1);
          case ClassWitness.Solvable s ->
              "every subgroup of " + name + " is solvable: derived series of orders " + orders(s);
          case ClassWitness.Perfect p ->
              name + " has a perfect subgroup of " + p.group().size() + " elements";
        };
    return Optional.of(
        new Place(witness.level(), detail + "; witness verified; " + source(witness)));
  }

  private static String source(ClassWitness witness) {
    return switch (witness) {
      case ClassWitness.QuasiAperiodic q -> "Barrington, Compton, Straubing, Thérien 1992";
      case ClassWitness.Solvable s -> "Barrington, Thérien 1988";
      case ClassWitness.Perfect p -> "Barrington 1989";
    };
  }

  /**
   * The closure problems of a group: all of them are in ACC0 if it is solvable, in AC0 if it is
   * trivial. Of other monoids nothing is said.
   */
  static Optional<Place> ofClosure(Semigroup monoid, QualifiedName name) {
    return isGroup(monoid)
        ? ofProducts(monoid, name)
            .map(
                place ->
                    place.level() == ComplexityLevel.NC1_COMPLETE
                        ? place
                        : new Place(
                            place.level(),
                            place.detail()
                                + "; Allender, Arvind, Mahajan, ECCC TR99-008 with its corrigendum"))
        : Optional.empty();
  }

  private static boolean isGroup(Semigroup monoid) {
    try {
      return Subgroup.whole(monoid).order() > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String orders(ClassWitness.Solvable witness) {
    return witness.series().stream()
        .map(
            series ->
                series.groups().stream()
                    .map(group -> String.valueOf(group.size()))
                    .collect(Collectors.joining(", ")))
        .distinct()
        .collect(Collectors.joining(" and "));
  }
}
