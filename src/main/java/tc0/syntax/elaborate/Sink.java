package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tc0.kernel.Box;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Literal;
import tc0.syntax.source.Span;

/** Collects the core declarations of one circuit and remembers where each array was written. */
final class Sink {
  private final Map<String, Span> spans = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> sizes;
  private List<Declaration> block = new ArrayList<>();
  private String definition = "gate";

  Sink(Set<String> sizes) {
    this.sizes = new HashSet<>(sizes);
  }

  /** The names of the size parameters, which no binder may hide. */
  Set<String> sizes() {
    return sizes;
  }

  /** Adds a name that no binder may hide, such as the counter of a loop. */
  void size(String name) {
    sizes.add(name);
  }

  /** The declarations of the current block so far. */
  List<Declaration> current() {
    return block;
  }

  Map<String, Span> spans() {
    return spans;
  }

  /** The name from which names of anonymous gates are made until further notice. */
  void define(String name) {
    definition = name;
  }

  void reserve(String name) {
    taken.add(name);
  }

  String anonymous() {
    for (int i = 1; ; i++) {
      String name = definition + "_" + i;
      if (taken.add(name)) {
        return name;
      }
    }
  }

  void add(Declaration declaration, Span span) {
    block.add(declaration);
    spans.put(declaration.name(), span);
  }

  /** Whether the current block declares the name. */
  boolean declares(String name) {
    return block.stream().anyMatch(declaration -> declaration.name().equals(name));
  }

  /** Starts an inner block and returns the outer one, to be given back to {@link #leave}. */
  List<Declaration> enter() {
    List<Declaration> outer = block;
    block = new ArrayList<>();
    return outer;
  }

  /** Ends an inner block and returns its declarations. */
  List<Declaration> leave(List<Declaration> outer) {
    List<Declaration> inner = block;
    block = outer;
    return inner;
  }

  /** How far the current block had come. */
  record Mark(int declarations) {}

  Mark mark() {
    return new Mark(block.size());
  }

  /** Forgets what was declared since the mark. */
  void rollback(Mark mark) {
    while (block.size() > mark.declarations()) {
      Declaration last = block.remove(block.size() - 1);
      taken.remove(last.name());
      spans.remove(last.name());
    }
  }

  List<Declaration> declarations() {
    return List.copyOf(block);
  }

  /** Gives a gate an array over the binders it uses, and reads it at those. */
  Literal lift(Value.Junction gate, Context context, Span span) {
    Box box = context.boxFor(FreeVariables.of(gate.parts()));
    String name = anonymous();
    add(new Declaration.Junction(name, box, gate.connective(), gate.parts()), span);
    return new Literal.Read(name, Context.indices(box));
  }

  /** The same for a threshold gate. */
  Literal lift(Value.Threshold gate, Context context, Span span) {
    Set<String> free = FreeVariables.of(gate.form());
    free.addAll(FreeVariables.of(new Form.Number(gate.threshold())));
    Box box = context.boxFor(free);
    String name = anonymous();
    add(new Declaration.Threshold(name, box, gate.form(), gate.threshold()), span);
    return new Literal.Read(name, Context.indices(box));
  }
}
