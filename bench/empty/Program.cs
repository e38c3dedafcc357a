// The least that a .NET program can do, against which the start of ours is measured.
return;
