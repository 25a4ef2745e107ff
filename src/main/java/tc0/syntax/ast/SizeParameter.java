package tc0.syntax.ast;

import java.util.Optional;
import tc0.syntax.source.Span;

/** A size parameter of a circuit, with its default: {@code s = 0}. */
public record SizeParameter(Span span, Identifier name, Optional<Expression> defaultValue)
    implements Node {}
