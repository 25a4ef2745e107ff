package tc0.syntax.ast;

import tc0.syntax.source.Span;

/** Anything that was written at some place of a source file. */
public interface Node {

  /** Where this node was written, from its first to its last token. */
  Span span();
}
