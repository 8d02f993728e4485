/** Stands in for jsPDF's optional parts (package.json#alias), which an extension page must not carry. */
export default {}
