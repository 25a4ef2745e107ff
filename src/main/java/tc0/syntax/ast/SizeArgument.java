package tc0.syntax.ast;

import java.util.Optional;
import tc0.syntax.source.Span;

/** An explicit size at a call: {@code w = 2*n}, or just {@code 2*n} by position. */
public record SizeArgument(Span span, Optional<Identifier> name, Expression value)
    implements Node {}
