package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IntervalProperties {

  /** An interval and one of its members. */
  record Pointed(Interval interval, BigRational member) {}

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void operationsContainTheResultsOfMembers(
      @ForAll("pointed") Pointed x, @ForAll("pointed") Pointed y) {
    Interval a = x.interval();
    Interval b = y.interval();
    BigRational u = x.member();
    BigRational v = y.member();
    assertThat(a.contains(u)).isTrue();
    assertThat(a.plus(b).contains(u.plus(v))).isTrue();
    assertThat(a.minus(b).contains(u.minus(v))).isTrue();
    assertThat(a.times(b).contains(u.times(v))).isTrue();
    assertThat(a.abs().contains(u.abs())).isTrue();
    assertThat(a.min(b).contains(u.min(v))).isTrue();
    assertThat(a.max(b).contains(u.max(v))).isTrue();
    assertThat(a.outward(5).contains(u)).isTrue();
    if (v.signum() != 0) {
      assertThat(b.reciprocal().contains(v.reciprocal())).isTrue();
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void roundingOutwardsMovesAnEndByLessThanItsPrecision(@ForAll("pointed") Pointed x) {
    if (x.interval().isBounded()) {
      BigRational low = x.interval().low().orElseThrow();
      BigRational moved = low.minus(x.interval().outward(20).low().orElseThrow());
      assertThat(moved.signum()).isGreaterThanOrEqualTo(0);
      assertThat(moved).isLessThanOrEqualTo(low.abs().scaledByPowerOfTwo(-19));
    }
  }

  @Provide
  Arbitrary<Pointed> pointed() {
    Arbitrary<BigRational> number =
        Combinators.combine(
                Arbitraries.longs().between(-1000, 1000), Arbitraries.longs().between(1, 60))
            .as(BigRational::of);
    Arbitrary<Optional<BigRational>> room =
        Arbitraries.longs().between(0, 500).map(n -> BigRational.of(n, 7)).optional(0.8);
    return Combinators.combine(number, room, room)
        .as(
            (member, below, above) ->
                new Pointed(
                    new Interval(below.map(member::minus), above.map(member::plus)), member));
  }
}
