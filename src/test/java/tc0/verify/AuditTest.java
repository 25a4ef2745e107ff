package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tc0.kernel.Hypothesis;

/** What the class theorem about RoPE tensor attention rests on. */
class AuditTest {

  private static TheoremReport theorem;

  @BeforeAll
  static void derive() {
    Options options =
        new Options(
            List.of("transformer_in_tc0"),
            1,
            Duration.ofSeconds(60),
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            List.of());
    theorem =
        Verifier.verify(Configuration.shipped("rope_tensor.tc0"), options, step -> {})
            .theorems()
            .get(0);
  }

  private static Set<String> statements(Hypothesis.Kind kind) {
    return theorem.hypotheses().stream()
        .filter(hypothesis -> hypothesis.kind() == kind)
        .map(hypothesis -> hypothesis.statement().replaceFirst("( computes|:).*", ""))
        .collect(Collectors.toSet());
  }

  @Test
  void noCircuitIsTakenOnTrust() {
    assertThat(theorem.isVerified()).isTrue();
    assertThat(statements(Hypothesis.Kind.AXIOM)).isEmpty();
    assertThat(statements(Hypothesis.Kind.CONDITION)).isEmpty();
  }

  @Test
  void theCitedFactsAreThoseOfTheConstructions() {
    assertThat(statements(Hypothesis.Kind.FACT))
        .contains(
            "first-order wiring with BIT decides the same languages as DLOGTIME-uniform wiring",
            "powering modulo primes of O(log n) bits is first-order with BIT",
            "prime_range");
  }

  @Test
  void thePrimitivesAreNamedOnceAndTheirPartsAreNot() {
    assertThat(statements(Hypothesis.Kind.MEANING))
        .containsExactlyInAnyOrder(
            "std.elementary.cos",
            "std.elementary.exp",
            "std.elementary.sin",
            "std.elementary.sqrt",
            "std.float.add",
            "std.float.div",
            "std.float.integer",
            "std.float.mul",
            "std.float.sub",
            "std.float.sum");
  }
}
