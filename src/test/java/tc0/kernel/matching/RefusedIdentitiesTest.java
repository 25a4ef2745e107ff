package tc0.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Identities of real numbers, and slips of the pen, that are no equalities of op-by-op terms. */
class RefusedIdentitiesTest {

  private static final String SCALARS = "[p](x, y, z: float(p)) -> float(p) where p >= 2";
  private static final String MATRIX = "[n, p](X: float(p)[n, n]) -> float(p) where p >= 2, n >= 1";
  private static final String LIST = "[n, p](X: float(p)[n]) -> float(p) where p >= 2, n >= 1";

  private static void refused(String signature, String circuit, String definition) {
    String text =
        "circuit f"
            + signature
            + " { return = "
            + circuit
            + "; }\ncircuit g"
            + signature
            + " { return = "
            + definition
            + "; }\n";
    assertThat(Texts.compare(text)).isInstanceOf(Verdict.NotMatched.class);
    assertThat(Texts.compare(Texts.inline(text), "g", "f")).isInstanceOf(Verdict.NotMatched.class);
  }

  @Test
  void nestedSumsAreNotFlattened() {
    refused(
        MATRIX,
        "float.sum { float.sum { X[i, j] : j < n } : i < n }",
        "float.sum { X[r div n, r mod n] : r < n*n }");
  }

  @Test
  void productsAreNotDistributed() {
    refused(SCALARS, "x * (y + z)", "x * y + x * z");
  }

  @Test
  void sumsAreNotReassociated() {
    refused(SCALARS, "(x + y) + z", "x + (y + z)");
  }

  @Test
  void aProductOfSumsIsNotTheSumOfTheProducts() {
    refused(
        "[n, p](A, W, B, V: float(p)[n]) -> float(p) where p >= 2, n >= 1",
        "float.sum { A[k] * W[k] : k < n } * float.sum { B[k] * V[k] : k < n }",
        "float.sum { (A[r mod n] * B[r div n]) * (W[r mod n] * V[r div n]) : r < n*n }");
  }

  @Test
  void anAdditionIsNotASumOfTwo() {
    refused(SCALARS, "x + y", "float.sum { if k = 0 then x else y : k < 2 }");
  }

  @Test
  void subtractingAProductIsNotAddingTheProductOfTheNegated() {
    refused(SCALARS, "x - y * z", "x + (float.integer[p, 0]() - y) * z");
  }

  @Test
  void factorsAreNotExchangedWithoutTheLaw() {
    refused(SCALARS, "x * y", "y * x");
  }

  @Test
  void listsAreNotReorderedWithoutTheLaw() {
    refused(
        MATRIX,
        "float.sum { X[r div n, r mod n] : r < n*n }",
        "float.sum { X[r mod n, r div n] : r < n*n }");
    refused(LIST, "float.sum { X[k] : k < n }", "float.sum { X[n - 1 - k] : k < n }");
  }

  @Test
  void zeroEntriesAreNotDroppedWithoutTheLaw() {
    refused(LIST, "float.sum { X[k] : k < n }", "float.sum { X[k] : k < n + 1 }");
    refused(LIST, "X[0]", "float.sum { if k = 0 then X[0] else X[n] : k < n }");
  }

  @Test
  void aZeroFactorDoesNotMakeZeroWithoutTheLaw() {
    refused(LIST, "X[0] * X[n]", "X[n]");
  }

  @Test
  void aShiftedIndexIsADifference() {
    refused(LIST, "float.sum { X[k] : k < n }", "float.sum { X[k + 1] : k < n }");
    refused(MATRIX, "float.sum { X[k, k] : k < n }", "float.sum { X[k, k - 1] : k < n }");
  }

  @Test
  void anotherBoundIsADifference() {
    refused(MATRIX, "float.sum { X[0, k] : k < n }", "float.sum { X[0, k] : k <= n }");
    refused(MATRIX, "float.sum { X[0, k] : k < n }", "float.sum { X[0, k] : k < n - 1 }");
  }

  @Test
  void anotherOperationIsADifference() {
    refused(SCALARS, "x + y", "x - y");
    refused(SCALARS, "elementary.sin(x)", "elementary.cos(x)");
  }

  @Test
  void anotherConditionIsADifference() {
    refused(
        LIST,
        "float.sum { if k = 0 then X[k] else X[0] : k < n }",
        "float.sum { if k <= 1 then X[k] else X[0] : k < n }");
  }

  @Test
  void complementsAreNotWires() {
    String signature = "[n](x: bit[n]) -> bit[n]";
    String negated =
        "circuit f"
            + signature
            + " { return[i < n] = not x[i]; }\n"
            + "circuit g"
            + signature
            + " { return[i < n] = x[i]; }\n";
    assertThat(Texts.compare(negated)).isInstanceOf(Verdict.NotMatched.class);
  }

  @Test
  void conjunctionsThresholdsAndWeightsAreComparedAsWritten() {
    String signature = "[n](x: bit[n]) -> bit";
    for (String other :
        new String[] {
          "or { x[i] : i < n }",
          "all { x[i] : i < n + 1 }",
          "sum { x[i] : i < n } >= n",
          "all { not x[i] : i < n }"
        }) {
      String text =
          "circuit f"
              + signature
              + " { return = all { x[i] : i < n }; }\n"
              + "circuit g"
              + signature
              + " { return = "
              + other
              + "; }\n";
      assertThat(Texts.compare(text)).isInstanceOf(Verdict.NotMatched.class);
    }
    for (String other :
        new String[] {
          "sum { 2 * x[i] : i < n } >= 1",
          "sum { x[i] : i < n } >= 2",
          "sum { x[i] : i < n } - 1 >= 1"
        }) {
      String text =
          "circuit f"
              + signature
              + " { return = sum { x[i] : i < n } >= 1; }\n"
              + "circuit g"
              + signature
              + " { return = "
              + other
              + "; }\n";
      assertThat(Texts.compare(text)).isInstanceOf(Verdict.NotMatched.class);
    }
  }

  @Test
  void differentSignaturesAreNotCompared() {
    String text =
        "circuit f[n](x: bit[n]) -> bit { return = x[0]; }\n"
            + "circuit g[n](x: bit[n + 1]) -> bit { return = x[0]; }\n"
            + "circuit h[n, m](x: bit[n]) -> bit { return = x[0]; }\n";
    assertThat(Texts.compare(Texts.inline(text), "f", "g")).isInstanceOf(Verdict.NotMatched.class);
    assertThat(Texts.compare(Texts.inline(text), "f", "h")).isInstanceOf(Verdict.NotMatched.class);
  }

  @Test
  void iterationsDifferInRoundsInitialValueAndBody() {
    String head = "[m, n](x: bit[n]) -> bit[n] where n >= 1 { iterate t < ";
    String base = "m from H = x { H[i < n] = H[i] and H[i + 1]; } return = H; }\n";
    for (String other :
        new String[] {
          "m + 1 from H = x { H[i < n] = H[i] and H[i + 1]; } return = H; }\n",
          "m from H = x { H[i < n] = H[i] or H[i + 1]; } return = H; }\n",
          "m from H = x { H[i < n] = H[i] and H[i + 2]; } return = H; }\n",
        }) {
      assertThat(Texts.compare("circuit f" + head + base + "circuit g" + head + other))
          .isInstanceOf(Verdict.NotMatched.class);
    }
  }
}
