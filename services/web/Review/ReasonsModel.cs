using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Records;

namespace Pipeline.Web.Review;

/// <param name="Record">The record of the cell.</param>
public sealed record ReasonsModel(StoredRecord Record, FormCell Cell, ReadingReasons Reasons);
