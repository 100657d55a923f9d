using GrpoVerified.Cli;

return Application.RunOnConsole(args);
