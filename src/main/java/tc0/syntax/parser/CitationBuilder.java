package tc0.syntax.parser;

import java.util.List;
import java.util.Optional;
import tc0.syntax.ast.Citation;

/** Makes citations of the parser's trees. */
record CitationBuilder(NameBuilder names) {

  /** The citations; none if the tree is absent. */
  List<Citation> all(Tc0Parser.CitationsContext tree) {
    return tree == null ? List.of() : tree.citation().stream().map(this::of).toList();
  }

  private Citation of(Tc0Parser.CitationContext tree) {
    return new Citation(
        names.spans().of(tree),
        names.of(tree.qualifiedName()),
        names.optionalText(tree.STRING()),
        Optional.ofNullable(tree.identifier())
            .map(
                word ->
                    names.word(
                        word,
                        "status of a citation",
                        Citation.Status.values(),
                        Citation.Status::text)));
  }
}
