package tc0.syntax.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every diagnostic has a code that never changes its meaning, and a page {@code
 * tc0/explain/CODE.md}.
 *
 * <p>01xx syntax, 02xx names, 03xx types, 04xx sizes and bounds, 05xx uniformity, 06xx depth and
 * claims, 07xx checks, 08xx theorems, 09xx files and limits.
 */
public enum DiagnosticCode {
  /** A token stands where the grammar allows only others. */
  TC0101("unexpected token"),
  /** A statement is not ended by a semicolon. */
  TC0102("missing semicolon"),
  /** A bracket is never closed, or closed by another kind. */
  TC0103("unbalanced brackets"),
  /** A character that no token begins with. */
  TC0104("unknown character"),
  /** A string without its second quotation mark. */
  TC0105("unclosed string"),
  /** Brackets or operators nested beyond the limit. */
  TC0106("nested too deeply"),
  /** {@code not a < b}. */
  TC0107("`not` in front of a comparison"),
  /** A binder that binds no name. */
  TC0108("malformed binder"),
  /** A word that is not one of a fixed list. */
  TC0109("unknown word"),
  /** Sizes without a call, slices as sizes, sizes in a wrong order. */
  TC0110("misplaced sizes"),
  /** A call of something that has no name. */
  TC0111("call of something that is not a name"),
  /** A number beyond the limit on digits, or outside the range of its place. */
  TC0112("number out of range"),

  /** A name that nothing declares. */
  TC0201("unknown name"),
  /** A name with two meanings. */
  TC0202("declared twice"),
  /** Modules that import each other. */
  TC0203("cyclic import"),
  /** An import of a module that is nowhere. */
  TC0204("no such module"),
  /** A name of another kind than its place needs. */
  TC0205("wrong kind of name"),
  /** A circuit that would contain itself. */
  TC0206("recursive circuit"),
  /** An imported name that nothing uses. */
  TC0207("unused import"),
  /** An array, form, let or function that nothing reads. */
  TC0208("never read"),

  /** An index, predicate, wire or form where another sort is needed. */
  TC0301("wrong sort"),
  /** A form where a wire is needed. */
  TC0302("form used as a wire"),
  /** A wire where only indices may stand. */
  TC0303("wire used as an index"),
  /** Types or shapes that do not fit. */
  TC0304("type mismatch"),
  /** A field that the type does not have. */
  TC0305("no such field"),
  /** An operation that the type does not have. */
  TC0306("no such operation"),
  /** Too many indices, or indices on something without axes. */
  TC0307("wrong number of indices"),
  /** Too many or too few arguments. */
  TC0308("wrong number of arguments"),
  /** A result, a state or a clause that is missing. */
  TC0309("something is missing"),

  /** A size that the arguments do not determine. */
  TC0401("size not determined"),
  /** Sizes that are not provably equal. */
  TC0402("sizes differ"),
  /** A divisor that is 0 at some sizes. */
  TC0403("divisor may be 0"),
  /** A static argument that is not a closed index function. */
  TC0404("bad static argument"),

  /** An index function or predicate whose body needs more than its declared tier. */
  TC0501("tier too low"),

  /** A claimed depth that is not linear in the named constants. */
  TC0601("depth claim is not linear"),
  /** A claimed growth of depth that is not O(1). */
  TC0602("depth growth to claim"),
  /** A complexity class that is not one of the known hierarchies. */
  TC0603("unknown class"),
  /** A growth that a regime or a size claim cannot state. */
  TC0604("unclear growth"),
  /** A lemma that names no circuit. */
  TC0605("lemma without a circuit"),

  /** Sizes of a check that do not fit the circuit. */
  TC0701("sizes of a check"),
  /** Inputs of a check that do not fit the circuit. */
  TC0702("inputs of a check"),

  /** A hardness fact that does not fit the theorem. */
  TC0801("wrong fact"),
  /** A theorem that leaves out what it needs. */
  TC0802("incomplete theorem"),
  /** Elements and a function that are no monoid. */
  TC0803("no monoid"),
  /** A problem whose definition makes no sense. */
  TC0804("wrong problem"),
  /** A reduction that leaves out a clause. */
  TC0805("incomplete reduction"),

  /** No such file, or no permission. */
  TC0901("file cannot be read"),
  /** A directory where a file is needed. */
  TC0902("not a file"),
  /** Bytes that are not UTF-8 text. */
  TC0903("not a text file"),
  /** A file beyond the limit on size. */
  TC0904("file too large");

  private final String title;

  DiagnosticCode(String title) {
    this.title = title;
  }

  /** One line that says what is wrong. */
  public String title() {
    return title;
  }

  /** The code with this name, in either case. */
  public static Optional<DiagnosticCode> find(String name) {
    return Arrays.stream(values()).filter(code -> code.name().equalsIgnoreCase(name)).findFirst();
  }
}
