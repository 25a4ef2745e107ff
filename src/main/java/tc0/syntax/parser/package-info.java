/**
 * From text to abstract syntax: the parser generated from {@code grammar/Tc0.g4}, its error
 * messages, and what makes records of its trees. The way in is {@link
 * tc0.syntax.parser.ModuleParser}.
 */
package tc0.syntax.parser;
