/**
 * The abstract syntax of {@code .tc0} files: records with spans, nothing resolved, nothing typed.
 *
 * <p>There is one {@link tc0.syntax.ast.Expression} for indices, predicates, wires, forms and
 * specifications; which of them an expression is, the elaborator decides by its types.
 */
package tc0.syntax.ast;
