package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** A record read as one word: its fields one after the other, low part first. */
final class Words {
  private Words() {}

  /**
   * The word view {@code x.bits} of an array of records whose fields have at most one axis each.
   */
  static View bits(View view, Span span) {
    if (!(view.type() instanceof ValueType.Structure structure)) {
      if (view.type().extents().size() == 1) {
        return view;
      }
      throw Errors.error(
          DiagnosticCode.TC0305, span, "`.bits` is the word of a record", "read the array itself");
    }
    int outer = structure.extents().size();
    List<ValueType.Leaf> leaves = structure.leaves();
    List<Index> widths = new ArrayList<>();
    for (ValueType.Leaf leaf : leaves) {
      List<Index> inner = leaf.extents().subList(outer, leaf.extents().size());
      if (inner.size() > 1 || leaf.wire() != ValueType.Wire.BIT) {
        throw Errors.error(
            DiagnosticCode.TC0305,
            span,
            structure.record().name()
                + " is no word: field "
                + leaf.path()
                + " is not a row of wires",
            "read its fields one by one");
      }
      widths.add(inner.isEmpty() ? Index.ONE : inner.get(0));
    }
    Index width = widths.stream().reduce(Index.ZERO, Words::plus);
    List<Index> extents = new ArrayList<>(structure.extents());
    extents.add(width);
    return new View(
        new ValueType.Bits(ValueType.Wire.BIT, extents),
        (path, indices) -> {
          Index position = indices.get(outer);
          List<Index> before = indices.subList(0, outer);
          Form word = new Form.Of(Literal.ZERO);
          for (int i = leaves.size() - 1; i >= 0; i--) {
            Index offset = widths.subList(0, i).stream().reduce(Index.ZERO, Words::plus);
            List<Index> at = new ArrayList<>(before);
            if (leaves.get(i).extents().size() > outer) {
              at.add(i == 0 ? position : new Index.Subtract(position, offset));
            }
            Form cell = view.cells().at(leaves.get(i).path(), at);
            word =
                View.choose(new Predicate.Less(position, plus(offset, widths.get(i))), cell, word);
          }
          return word;
        });
  }

  private static Index plus(Index a, Index b) {
    if (a.equals(Index.ZERO)) {
      return b;
    }
    return b.equals(Index.ZERO) ? a : new Index.Add(a, b);
  }
}
