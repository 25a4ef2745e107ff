package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

class DepthRulesProperties {

  @Property(tries = 400)
  void noPathIsLongerThanTheProfile(
      @ForAll long seed, @ForAll @IntRange(max = 3) int n, @ForAll @IntRange(max = 3) int m) {
    Circuit.Family family = new RandomCircuits(seed).family("top", 2);
    new WellFormed().require(family);
    if (m == 0 && !family.where().equals(Predicate.TRUE)) {
      return;
    }
    Profile profile = new DepthRules(DepthRules.Measure.GATES).of(family).outputs().get("return");
    LongestPaths.Lengths longest = LongestPaths.of(family, Map.of("n", (long) n, "m", (long) m));
    boolean tight = false;
    for (Map.Entry<String, Integer> path : longest.bySource().entrySet()) {
      boolean constant = path.getKey().isEmpty();
      if (constant && path.getValue() == 0) {
        continue;
      }
      Profile.Source source =
          constant ? Profile.Source.CONSTANTS : Profile.Source.input(path.getKey());
      long bound =
          profile.from(source).orElseThrow().forms().stream()
              .mapToLong(form -> evaluate(form, n, m))
              .max()
              .orElseThrow();
      assertThat(bound)
          .as("from %s in %s", path.getKey(), family)
          .isGreaterThanOrEqualTo(path.getValue());
      tight |= bound == path.getValue() && bound > 0;
    }
    Statistics.label("some entry is attained").collect(tight);
  }

  private static long evaluate(LinearDepth form, long n, long m) {
    assertThat(form.coefficients()).isEmpty();
    Polynomial value =
        form.constant()
            .mapAtoms(atom -> Polynomial.of(atom.equals(new Atom.Variable("n")) ? n : m));
    return value.constantTerm().floor().longValueExact();
  }
}
