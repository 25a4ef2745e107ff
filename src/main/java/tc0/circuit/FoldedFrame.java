package tc0.circuit;

/** An instance whose arrays make their gates when they are read. */
final class FoldedFrame extends Frame {

  final GateFolder gates;
  final FormArray.Room room;

  FoldedFrame(Template<FoldedStep> template, GateFolder gates, FormArray.Room room) {
    super(template.slotCount(), template.arrayCount(), 0);
    this.gates = gates;
    this.room = room;
  }
}
