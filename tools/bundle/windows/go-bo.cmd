@echo off
rem Takes ictscore away again: its entry in the user's PATH and the files it installed; other files are left alone.
setlocal EnableExtensions DisableDelayedExpansion
set "MARK=ictscore-cai-dat.txt"
set "RC=2"
set "T=%~1"
if defined T goto :given
set "T=%~dp0"
set "T=%T:~0,-1%"
if exist "%T%\%MARK%" goto :found
set "T=%SystemDrive%\ictscore"
if exist "%T%\%MARK%" goto :found
set "T=%PUBLIC%\ictscore"
if exist "%T%\%MARK%" goto :found
set "T=%LOCALAPPDATA%\ictscore"
:given
if exist "%T%\%MARK%" goto :found
echo.
echo KHONG THAY ictscore: khong co tep %MARK% trong "%T%".
echo   Neu da cai vao thu muc khac thi go: go-bo.cmd THU_MUC
goto :end

:found
set "PY="
pushd "%T%"
for /d %%d in (ictscore-env-*) do if exist "%%d\Scripts\python.exe" set "PY=%%d\Scripts\python.exe"
for /d %%d in (ictscore-env-*) do if exist "%%d\python.exe" set "PY=%%d\python.exe"
if not defined PY goto :by_hand
"%PY%" -I -B cai_dat.py --go-bo "%T%"
if %ERRORLEVEL% EQU 0 goto :remove
:by_hand
echo   Chua xoa duoc "%T%\bin" khoi PATH: hay xoa tay trong Settings, "environment variables".
:remove
for /d %%d in (ictscore-env-*) do rmdir /s /q "%%d"
if exist ictscore-env-* goto :in_use
rmdir /s /q bin
rmdir /s /q installer
del /q cai_dat.py
del /q cai-dat.log
del /q "%MARK%"
popd
set "RC=0"
echo Da go bo ictscore khoi "%T%". Tep cua anh/chi trong do, neu co, duoc giu lai.
goto :end

:in_use
popd
echo.
echo CHUA GO BO HET: co tep trong "%T%" dang duoc dung.
echo   Dong moi cua so dang chay ictscore roi chay lai go-bo.cmd.

:end
rem A window opened by a double click would vanish; the command line of its cmd.exe names this file.
setlocal EnableDelayedExpansion
set "LINE=!CMDCMDLINE!"
if "!LINE:go-bo.cmd=!"=="!LINE!" goto :leave
echo.
echo Bam mot phim bat ky de dong cua so nay.
pause >nul
:leave
endlocal
if not "%RC%"=="0" exit /b %RC%
rem cmd.exe has read the whole line before it runs it, so this file may remove itself; a folder that is not empty stays.
cd /d "%SystemRoot%" & del /q "%T%\go-bo.cmd" & rmdir "%T%" 2>nul & exit /b 0
