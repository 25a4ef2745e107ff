package tc0.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Different ways to write one term. */
class MatchingTest {

  private static final String SCALARS = "[p](x, y, z: float(p)) -> float(p) where p >= 2";

  private static void matched(String text, Law... laws) {
    assertThat(Texts.compare(text, laws))
        .isInstanceOfSatisfying(
            Verdict.Matched.class, matched -> assertThat(matched.laws()).containsExactly(laws));
    assertThat(Texts.compare(Texts.inline(text), "g", "f", laws))
        .isInstanceOf(Verdict.Matched.class);
  }

  private static String both(String signature, String circuit, String definition) {
    return "circuit f"
        + signature
        + " { "
        + circuit
        + " }\ncircuit g"
        + signature
        + " { "
        + definition
        + " }\n";
  }

  @Test
  void storedArraysAreTheirEntries() {
    matched(
        both(
            "[n, d, p](X, Y: float(p)[n, d]) -> float(p)[n, n] where p >= 2",
            """
            P[i < n, j < n, k < d] = X[i, k] * Y[j, k];
            S[i < n, j < n] = float.sum { P[i, j, a] : a < d };
            return[i < n, j < n] = elementary.exp(S[i, j]);
            """,
            "return[u < n, v < n] = elementary.exp(float.sum { X[u, k] * Y[v, k] : k < d });"));
  }

  @Test
  void callsAreTheirBodies() {
    matched(
        """
        circuit khatri_rao[a, b, d, p](A: float(p)[a, d], B: float(p)[b, d]) -> float(p)[a*b, d] where p >= 2 {
          return[r < a*b, j < d] = A[r mod a, j] * B[r div a, j];
        }
        circuit f[n, d, p](X, Y: float(p)[n, d]) -> float(p)[n*n, d] where p >= 2, n >= 1 {
          return = khatri_rao(X, Y);
        }
        circuit g[n, d, p](X, Y: float(p)[n, d]) -> float(p)[n*n, d] where p >= 2, n >= 1 {
          return[r < n*n, j < d] = X[r mod n, j] * Y[r div n, j];
        }
        """);
  }

  @Test
  void aTableReadByMixedRadixIsReadDirectly() {
    matched(
        both(
            "[a, b, p](X: float(p)[a, b]) -> float(p)[a, b] where p >= 2",
            """
            flat[r < a*b] = elementary.exp(X[r div b, r mod b]);
            return[i < a, j < b] = flat[i*b + j];
            """,
            "return[i < a, j < b] = elementary.exp(X[i, j]);"));
  }

  @Test
  void aTableOfDifferencesIsReadDirectly() {
    matched(
        both(
            "[n, p](theta: float(p)) -> float(p)[n, n] where p >= 2, n >= 1",
            """
            turn[s < 2*n - 1] = elementary.cos(float.integer[p, s, n - 1]() * theta);
            return[i < n, j < n] = turn[j - i + n - 1];
            """,
            "return[i < n, j < n] = elementary.cos(float.integer[p, j - i + n - 1, n - 1]() * theta);"));
  }

  @Test
  void readsOutsideABoxAreZeroOnBothSides() {
    matched(
        both(
            "[n, p](X: float(p)[n]) -> float(p)[n] where p >= 2",
            """
            next[i < n] = X[i + 1];
            return[i < n] = elementary.exp(next[i]);
            """,
            "return[i < n] = elementary.exp(if i + 1 < n then X[i + 1] else X[n]);"));
  }

  @Test
  void conditionsMayBeNestedInAnyOrder() {
    matched(
        both(
            "[n, p](X, Y: float(p)[n]) -> float(p)[n] where p >= 2",
            """
            return[i < n] = if i mod 2 = 0 then (if i < 3 then X[i] + Y[i] else X[i]) else X[i] * Y[i];
            """,
            """
            return[i < n] = if i >= 3 then (if i mod 2 = 1 then X[i] * Y[i] else X[i])
                            else if (i + 1) mod 2 = 0 then X[i] * Y[i] else X[i] + Y[i];
            """));
  }

  @Test
  void gatesAndFormsOfOneShapeAreEqual() {
    matched(
        both(
            "[n](x, y: bit[n]) -> bit[n]",
            """
            form count[i < n] = sum { x[j] : j < i } + 2 * y[i];
            many[i < n] = count[i] >= i + 1;
            return[i < n] = all { many[k] and not x[k] : k < i } or y[i];
            """,
            """
            return[i < n] = all { (sum { x[j] : j < k } + 2 * y[k] >= k + 1) and not x[k] : k < i } or y[i];
            """));
  }

  @Test
  void iterationsAreEqualByInduction() {
    matched(
        both(
            "[m, n, p](X, Y: float(p)[n]) -> float(p)[n] where p >= 2",
            """
            iterate t < m from H = X { H[i < n] = elementary.exp(H[i] * Y[i]); }
            return = H;
            """,
            """
            iterate s < m from G = X { P[i < n] = G[i] * Y[i];  G[i < n] = elementary.exp(P[i]); }
            return[i < n] = G[i];
            """));
  }

  @Test
  void commutativityIsUsedAndListed() {
    Law law = new Law("std.float.mul", Law.Kind.COMMUTATIVE);
    matched(both(SCALARS, "return = (x * y) * z;", "return = z * (y * x);"), law);
  }

  @Test
  void anUnusedLawIsNotListed() {
    assertThat(
            Texts.compare(
                both(SCALARS, "return = x * y;", "return = x * y;"),
                new Law("std.float.mul", Law.Kind.COMMUTATIVE)))
        .isInstanceOfSatisfying(
            Verdict.Matched.class, matched -> assertThat(matched.laws()).isEmpty());
  }

  @Test
  void aSymmetricListIsReadInAnyMixedRadixOrder() {
    Law law = new Law("std.float.sum", Law.Kind.SYMMETRIC);
    matched(
        both(
            "[a, b, p](X: float(p)[a, b]) -> float(p) where p >= 2",
            "return = float.sum { X[r div b, r mod b] : r < a*b };",
            "return = float.sum { X[r mod a, r div a] : r < a*b };"),
        law);
  }

  @Test
  void threeBindersOfASymmetricListArePermuted() {
    Law law = new Law("std.float.sum", Law.Kind.SYMMETRIC);
    matched(
        both(
            "[a, b, c, p](X: float(p)[a, b, c]) -> float(p) where p >= 2",
            "return = float.sum { X[r div (b*c), r div c mod b, r mod c] : r < a*b*c };",
            "return = float.sum { X[r div b mod a, r mod b, r div (a*b)] : r < c*a*b };"),
        law);
  }

  @Test
  void aSymmetricListIsNotReadTwice() {
    assertThat(
            Texts.compare(
                both(
                    "[n, p](X: float(p)[n, n]) -> float(p) where p >= 2",
                    "return = float.sum { X[r div n, r mod n] : r < n*n };",
                    "return = float.sum { X[r div n, r div n] : r < n*n };"),
                new Law("std.float.sum", Law.Kind.SYMMETRIC)))
        .isInstanceOf(Verdict.NotMatched.class);
  }

  @Test
  void oneEntryAmongZerosIsTheEntryWhereverItStands() {
    Law law = new Law("std.float.sum", Law.Kind.IGNORES_ZERO);
    matched(
        both(
            "[n, p](X: float(p)[n]) -> float(p) where p >= 2, n >= 2",
            "return = float.sum { if k = 0 then X[1] else X[n + k] : k < n };",
            "return = float.sum { if k + 1 = n then X[1] else X[n] : k < n + 1 };"),
        law);
  }

  @Test
  void twoEntriesAmongZerosAreNotOne() {
    assertThat(
            Texts.compare(
                both(
                    "[n, p](X: float(p)[n]) -> float(p) where p >= 2, n >= 3",
                    "return = float.sum { if k = 0 then X[1] else X[n + k] : k < n };",
                    "return = float.sum { if k <= 1 then X[1] else X[n + k] : k < n };"),
                new Law("std.float.sum", Law.Kind.IGNORES_ZERO)))
        .isInstanceOf(Verdict.NotMatched.class);
  }

  @Test
  void aZeroFactorMakesZeroByTheLaw() {
    Law law = new Law("std.float.mul", Law.Kind.ABSORBS_ZERO);
    matched(
        both(
            "[n, p](X: float(p)[n]) -> float(p) where p >= 2, n >= 1",
            "return = elementary.exp(X[0] * X[n]);",
            "return = elementary.exp(X[n]);"),
        law);
  }

  @Test
  void tooManyOpenConditionsAreGivenUp() {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      chain.append("if bit(i, ").append(i).append(") then X[").append(i).append("] else ");
    }
    String body = "return[i < n] = " + chain + "X[i];";
    String other = "Y[i < n] = " + chain + "X[i]; return[i < n] = Y[i];";
    assertThat(
            Texts.compare(both("[n, p](X: float(p)[n]) -> float(p)[n] where p >= 2", body, other)))
        .isInstanceOf(Verdict.GaveUp.class);
  }
}
