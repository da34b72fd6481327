; The installer for Windows, for Inno Setup 6: ISCC /DFrom=FOLDER packaging\threshold.iss
; Installs for one person, so that nobody needs an administrator; story files open with the game.
#ifndef From
  #error Say where the built folder lies: /DFrom=FOLDER
#endif
#define Version Trim(FileRead(FileOpen(From + "\parts\version")))

[Setup]
AppId={{6B0A8C0E-5B0F-4E0B-9B6C-6C1F0E1B7A52}
AppName=Threshold
AppVersion={#Version}
DefaultDirName={autopf}\Threshold
DefaultGroupName=Threshold
PrivilegesRequired=lowest
DisableProgramGroupPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
OutputDir=..\dist
OutputBaseFilename=threshold-{#Version}-windows-x86_64-setup
Compression=lzma2/max
SolidCompression=yes
LicenseFile={#From}\LICENCES.txt
UninstallDisplayIcon={app}\threshold.exe

[Files]
Source: "{#From}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Threshold"; Filename: "{app}\threshold.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.story\OpenWithProgids"; ValueType: string; ValueName: "Threshold.story"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Threshold.story"; ValueType: string; ValueData: "Threshold story"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Threshold.story\shell\open\command"; ValueType: string; ValueData: """{app}\threshold.exe"" ""%1"""
