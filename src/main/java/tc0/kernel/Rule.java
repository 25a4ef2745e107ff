package tc0.kernel;

/**
 * The named rules of the kernel, as reports and documentation cite them. Every refusal and every
 * judgement names the rule it comes from; the rules of bounds, growth and tiers cite the part of
 * the text where their argument is given.
 */
public enum Rule {
  WF_NAME("WF-name", "names are declared once, circuits have one body", "core calculus"),
  WF_ORDER("WF-order", "an array reads inputs and earlier arrays only", "core calculus"),
  WF_INDEX(
      "WF-index",
      "index terms use size parameters and enclosing binders, and read no wire",
      "core calculus"),
  WF_KIND(
      "WF-kind",
      "bits and forms are read as what they are, with all their indices",
      "core calculus"),
  WF_CALL("WF-call", "sizes and arguments of a call align with the circuit", "core calculus"),
  WF_STATE("WF-state", "the state of an iteration passes a gate in every round", "iteration"),
  D1("D1", "an input bit has depth 0 from itself", "depth profiles"),
  D2("D2", "a literal or alias adds no depth", "depth profiles"),
  D3("D3", "a form adds no depth, at any nesting", "depth profiles"),
  D4("D4", "a gate is one deeper than its children", "depth profiles"),
  D5(
      "D5",
      "a call composes the profile of the circuit with those of its arguments",
      "depth profiles"),
  D6("D6", "a named or axiomatic circuit has its own depth from every source", "depth profiles"),
  D7("D7", "an iteration takes the power of the profile of its round", "depth profiles"),
  D_STRICT("D-strict", "negations stand at the inputs and are paid once", "twin lemma"),
  D_MAJORITY("D-majority", "majority depth counts threshold gates only", "depth profiles"),
  LE_POLY("LE-poly", "one bound is below another for all sizes", "comparison of polynomials"),
  LE_DEPTH(
      "LE-depth", "every derived form is below one claimed form", "comparison of max-plus values"),
  G_CONSTANT("G-constant", "a depth whose coefficients are O(1) is O(1)", "growth under a regime"),
  G_SIZE("G-size", "the growth of a bound is below the claimed growth", "growth under a regime"),
  G_EXP("G-exp", "2^O(1) is O(1), 2^O(log n) is polynomial", "growth under a regime"),
  WF_REGIME(
      "WF-regime",
      "one size grows, every size has a rate, and no condition stops the growth",
      "growth under a regime"),
  B1("B1", "index terms are polynomials over opaque terms", "bounds of index terms"),
  B2(
      "B2",
      "a maximum is one of its sides, and minus it is at most minus either",
      "bounds of index terms"),
  B3("B3", "binders are eliminated innermost first, as expressions", "bounds of index terms"),
  B4(
      "B4",
      "quotients, remainders and searches are bounded by their parts",
      "bounds of index terms"),
  B5("B5", "2^len(P) is at most 2P + 1; constants leave the exponent", "bounds of index terms"),
  B6("B6", "what remains negative is dropped", "bounds of index terms"),
  LIMIT("limit", "what grows too large for the kernel is refused", "bounds of index terms"),
  C_MASS("C-mass", "weights, thresholds and gates are polynomial", "counts"),
  C_AXIOM("C-axiom", "an axiom takes and returns bits", "counts"),
  T_TIER("T-tier", "the wiring is as hard as its hardest index term", "tiers; BIS 1990, HAB 2002"),
  T_SPAN("T-span", "every index term takes polynomial values", "tiers of index terms"),
  U1("U1", "a dlogtime family is DLOGTIME-uniform itself", "uniformity; Ruzzo 1981"),
  U2(
      "U2",
      "the language of a first-order family is in the DLOGTIME-uniform class",
      "uniformity; Barrington, Immerman, Straubing 1990"),
  U3("U3", "a family whose wiring takes polynomial time is P-uniform", "uniformity"),
  U4("U4", "a language needs constructible parameter functions", "uniformity"),
  K_COMPOSE(
      "K-compose",
      "constantly many rounds of calls to primitives of constant depth have constant depth",
      "classes"),
  K_INPUT("K-input", "an input has at least n^Omega(1) bits", "classes"),
  K_TC("K-TC", "depth O(log^i n) and polynomial size give TC^i", "classes"),
  K_AC("K-AC", "bounded sum gates as well give AC^i", "classes"),
  K_NC("K-NC", "bounded fan-in as well gives NC^i for i >= 2", "classes"),
  K_INCLUSION("K-inclusion", "AC^i is in TC^i, TC^i is in NC^(i+1)", "classes; Vollmer 1999"),
  K_TIME(
      "K-time",
      "uniform circuits of polynomial size are evaluated in polynomial time",
      "classes; Ladner 1975"),
  K_SIZE("K-size", "polynomial size at the derived depth, without a class", "classes"),
  H_FROM("H-from", "hardness moves along a reduction, from its first problem", "reductions"),
  H_CLASS("H-class", "a reduction is a circuit family of its class", "reductions"),
  H_UNIFORM("H-uniform", "a reduction is as uniform as the classes it relates", "reductions"),
  H_SHAPE("H-shape", "a reduction reads and writes words of its problems", "reductions"),
  H_RIGHT("H-right", "that a reduction is right is a hypothesis", "reductions"),
  H_KNOWN("H-known", "a problem in a class is not hard for a larger one", "reductions"),
  C1("C1", "a family of a smaller class does not decide a hard problem", "theorems"),
  C2("C2", "weights are uniform, or advice", "theorems"),
  C3("C3", "what the circuits mean enters as hypotheses", "theorems"),
  C4("C4", "a theorem is about a definite problem and keeps what is fixed in it", "theorems"),
  C5("C5", "the encoding reads the words of the problem", "theorems");

  private final String id;
  private final String title;
  private final String source;

  Rule(String id, String title, String source) {
    this.id = id;
    this.title = title;
    this.source = source;
  }

  /** The name by which reports cite the rule, for example {@code LE-depth}. */
  public String id() {
    return id;
  }

  /** The rule in one clause. */
  public String title() {
    return title;
  }

  /** Where its soundness is argued. */
  public String source() {
    return source;
  }
}
