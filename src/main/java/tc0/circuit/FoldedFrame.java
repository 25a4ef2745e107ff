package tc0.circuit;

/** An instance whose arrays make their gates, in normal form, when they are read. */
final class FoldedFrame extends LazyFrame {

  final GateFolder gates;

  FoldedFrame(Template<?> template, GateFolder gates, FormArray.Room room) {
    super(template, room);
    this.gates = gates;
  }

  @Override
  FormCollector<FlatForm> collector() {
    return new FoldedForm();
  }
}
