package tc0.circuit;

/** An instance whose forms and aliases are resolved when they are read. */
abstract class LazyFrame extends Frame {

  final FormArray.Room room;

  LazyFrame(Template<?> template, FormArray.Room room) {
    super(template.slotCount(), template.arrayCount(), 0);
    this.room = room;
  }

  /** An empty collector of the cells of a form. */
  abstract FormCollector<?> collector();
}
