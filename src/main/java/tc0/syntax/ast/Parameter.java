package tc0.syntax.ast;

import java.util.Optional;
import tc0.syntax.source.Span;

/**
 * An input of a circuit. {@code X, Y: bit[w]} declares two.
 *
 * @param defaultValue what a call without this argument passes: {@code A: form = 0}
 */
public record Parameter(Span span, Identifier name, Type type, Optional<Expression> defaultValue)
    implements Node {}
