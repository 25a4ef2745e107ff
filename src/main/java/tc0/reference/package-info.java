/**
 * What circuits ought to compute: exact integers, rationals, number formats and real functions as
 * rigorous intervals, sharing no code with the generators.
 *
 * <ul>
 *   <li>Numbers: {@link tc0.reference.BigRational}, {@link tc0.reference.Interval}, {@link
 *       tc0.reference.RealFunctions}, {@link tc0.reference.Real}.
 *   <li>Formats: {@link tc0.reference.FloatFormat}, {@link tc0.reference.FixedFormat}; their
 *       operations by exact rounding ({@link tc0.reference.RoundedArithmetic}) and by the integer
 *       formulas of the literature ({@link tc0.reference.QuotientArithmetic}).
 *   <li>Meaning of source text: {@link tc0.reference.Modules} finds circuits and definitions,
 *       {@link tc0.reference.Specification} is what a circuit promises and {@link
 *       tc0.reference.DefinedFunction} what a {@code define} describes, at concrete sizes; both
 *       judge results and give an {@link tc0.reference.Outcome}.
 *   <li>Inputs worth trying: {@link tc0.reference.InputGenerator}; facts about primitives: {@link
 *       tc0.reference.FactCheck}.
 * </ul>
 */
package tc0.reference;
