package tc0.verify;

import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.elaborate.Entity;

/** Finds statements of all modules, each with the names that its own module gives a meaning. */
final class Statements {

  private Statements() {}

  /**
   * A statement where it was declared.
   *
   * @param names what names mean in its module
   */
  record Located<T extends Declaration>(T declaration, Names names, String module) {

    /** The name with its module, for example {@code std.problems.words_A5}. */
    String qualified(Identifier name) {
      return module + "." + name.text();
    }
  }

  /** The statement that a name means in the module of {@code from}; the elaborator found it. */
  static <T extends Declaration> Located<T> find(Names from, QualifiedName name, Class<T> type) {
    if (from.scope().find(name).orElse(null) instanceof Entity.Statement found) {
      return new Located<>(
          type.cast(found.declaration()), new Names(found.scope()), found.module());
    }
    throw new IllegalStateException("no statement " + name);
  }
}
