using Pipeline.Host;
using Pipeline.Host.CommandLine;

return await PipelineCommand.Run(args, Terminal.Standard());
